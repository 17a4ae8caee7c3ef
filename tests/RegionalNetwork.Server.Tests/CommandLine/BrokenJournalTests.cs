using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RegionalNetwork.Server.Tests.Durability;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.CommandLine;

/// <summary>A journal that cannot be used: one sentence, no stack, exit code 1, and the file as it was.</summary>
public sealed class BrokenJournalTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    private string Journal => Path.Combine(_data.Path, "journal.db");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Journal_of_a_newer_version_is_left_alone()
    {
        await BeginJournalAsync();
        Execute("PRAGMA user_version = 1000");

        await AssertRefusedAsync("has format 1000; this version knows formats up to");
    }

    [Fact]
    public async Task Entry_of_a_newer_version_stops_the_start()
    {
        await BeginJournalAsync();
        Execute(
            """
            INSERT INTO streams (id, category, key) VALUES (1, 'council', 'E08000031');
            INSERT INTO entries VALUES (1, 1, 1, 'council.from-the-future.v1', 'c', 'a', 0, zeroblob(32), x'7B7D');
            """
        );

        await AssertRefusedAsync("council.from-the-future.v1");
    }

    [Fact]
    public async Task File_that_is_no_journal_is_left_alone()
    {
        await File.WriteAllBytesAsync(
            Journal,
            [.. Enumerable.Repeat((byte)'x', 10_000)],
            TestContext.Current.CancellationToken
        );

        await AssertRefusedAsync("is not a journal");
    }

    [Fact]
    public async Task Half_a_journal_is_left_alone()
    {
        await BeginJournalAsync();
        var bytes = await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Journal, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        await AssertRefusedAsync("journal.db");
    }

    [Fact]
    public async Task Full_disk_refuses_the_write_and_keeps_what_was_acknowledged()
    {
        await using var disk = await SmallDisk.MountAsync(_data.Path);
        await using var server = await ServerProcess.StartAsync(_data.Path);
        using var client = new NetworkClient(server.Address, _data.Info);
        await CreateAsync(client, "before");
        disk.Fill();

        var refused = await CreateUntilRefusedAsync(client);
        Assert.Equal(["JOURNAL_UNAVAILABLE"], refused.ErrorCodes);
        Assert.Contains("its disk is full", refused.OnlyError, StringComparison.Ordinal);
        var upload = await client.UploadAsync(As.AllRoles, "staff.csv", SmallFile.Of(1));
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, upload.Status);
        Assert.Equal("JOURNAL_UNAVAILABLE", upload.Body.Text("faults.0.code"));

        disk.MakeSpace();
        await CreateAsync(client, "after");
        Assert.Equal(
            """{"before":{"code":"before"},"after":{"code":"after"}}""",
            await client.ReadAsync(
                "{ before: workstream(code: \"before\") { code } after: workstream(code: \"after\") { code } }",
                As.AllRoles
            )
        );
    }

    [Fact]
    public async Task Full_disk_is_named_at_the_start_and_by_an_import()
    {
        await using var disk = await SmallDisk.MountAsync(_data.Path);
        using var files = new TemporaryFolder();
        var file = files.Write("staff.csv", System.Text.Encoding.UTF8.GetString(SmallFile.Of(1)));
        disk.Fill();

        (await CommandLineRun.OfAsync("--data", _data.Path, "--sample", "none")).AssertFailedInOneSentence("space");
        (await CommandLineRun.OfAsync("import", file, "--data", _data.Path)).AssertFailedInOneSentence("space");
    }

    private static Task<string> CreateAsync(NetworkClient client, string code) =>
        client.SucceedAsync(As.AllRoles, "createWorkstream", InputOf(code), "workstream { code }");

    /// <summary>The log has some pages of its own to use before it asks the disk for more.</summary>
    private static async Task<Answer> CreateUntilRefusedAsync(NetworkClient client)
    {
        const int writesMax = 2_000;
        for (var write = 0; write < writesMax; write++)
        {
            var answer = await client.ChangeAsync(As.AllRoles, "createWorkstream", InputOf($"fill-{write}"), "");
            if (answer.Body.TryGetProperty("errors", out _))
            {
                return answer;
            }
        }

        Assert.Fail("A full disk took every write.");
        throw new UnreachableException();
    }

    private static string InputOf(string code) =>
        $$"""code: "{{code}}", title: "{{code}}", theme: "T01", startsOn: "2020-01-01", mandate: "{{new string('m', 3_000)}}" """;

    private async Task BeginJournalAsync()
    {
        await using var server = await ServerProcess.StartAsync(_data.Path);
        Assert.Equal(0, await server.StopAsync());
    }

    private void Execute(string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={Journal};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task AssertRefusedAsync(string about)
    {
        var before = await File.ReadAllBytesAsync(Journal);

        (await CommandLineRun.OfAsync("--data", _data.Path, "--sample", "none")).AssertFailedInOneSentence(about);
        Assert.Equal(before, await File.ReadAllBytesAsync(Journal));
    }
}
