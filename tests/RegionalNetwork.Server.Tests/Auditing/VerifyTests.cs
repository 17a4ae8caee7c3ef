using System.Text.Json;
using Microsoft.Data.Sqlite;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Auditing;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;
using static RegionalNetwork.Server.Tests.Access.Reads;

namespace RegionalNetwork.Server.Tests.Auditing;

/// <summary>The commands <c>verify</c>, <c>checkpoint</c> and <c>access-log export</c>, on a journal with every kind of event.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public VerifyTests() =>
        File.Copy(
            Path.Combine(Repository.Root, "tests/RegionalNetwork.Server.Tests/OldJournals/0.1.0.db"),
            Path.Combine(_data.Path, "journal.db")
        );

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Commands_find_nothing_wrong_beside_a_running_server_and_then_what_somebody_changed()
    {
        await RecordAsync();
        await using (var server = await ServerProcess.StartAsync(_data.Path))
        {
            var taken = await CommandLineRun.OfAsync("checkpoint", "--data", _data.Path);
            Assert.Equal(0, taken.ExitCode);
            var kept = _data.Write("kept.jsonl", taken.Output);

            var sound = await CommandLineRun.OfAsync("verify", "--checkpoint", kept, "--data", _data.Path);

            Assert.Equal((0, ""), (sound.ExitCode, sound.Error));
            Assert.Contains("are as they were written", sound.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("No checkpoint", sound.Output, StringComparison.Ordinal);
        }

        Tamper("DROP TRIGGER entries_never_change; UPDATE entries SET actor = 'somebody-else' WHERE position = 7");

        (await CommandLineRun.OfAsync("verify", "--data", _data.Path)).AssertFailedInOneSentence(
            "position 7 is not what"
        );
    }

    [Fact]
    public async Task Export_is_the_council_s_records_of_the_days_asked_for()
    {
        await RecordAsync();

        var run = await CommandLineRun.OfAsync([
            "access-log",
            "export",
            "--council",
            Hampshire,
            "--from",
            "2026-03-02",
            "--to",
            "2026-03-03",
            "--data",
            _data.Path,
        ]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["second", "third"],
            run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[10..].Select(line => line.Split(',')[5])
        );
    }

    [Fact]
    public async Task Folder_without_a_journal_is_said_to_be_one_and_gets_none()
    {
        using var empty = new TemporaryFolder();

        (await CommandLineRun.OfAsync("verify", "--data", empty.Path)).AssertFailedInOneSentence("There is no journal");
        Assert.Empty(empty.Info.GetFileSystemInfos());
    }

    [Fact]
    public async Task Access_log_that_is_gone_is_missed_by_a_checkpoint()
    {
        await RecordAsync();
        var checkpoint = await TakeAsync();
        Assert.Equal((true, ""), await VerifyAsync(checkpoint));

        File.Delete(AccessFile.In(_data.Info));

        Assert.Equal((true, ""), await VerifyAsync());
        var (isSound, faults) = await VerifyAsync(checkpoint);
        Assert.False(isSound);
        Assert.Contains("there is no access log", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_kept_checkpoints_must_stand()
    {
        var first = await TakeAsync();
        await RecordAsync();
        var second = await TakeAsync();

        Assert.Equal((true, ""), await VerifyAsync(first, second));
        var (_, faults) = await VerifyAsync(
            first,
            second with
            {
                Journal = second.Journal with { Hash = first.AccessLog.Hash },
            }
        );

        Assert.Contains(
            $"checkpoint at position {first.Journal.Position} has another hash",
            faults,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData(
        """{"takenAt":"2026-03-01T12:00:00Z","journal":{"position":-1,"hash":"00"},"accessLog":{"position":0,"hash":"00"}}"""
    )]
    public void File_that_holds_no_checkpoints_is_refused(string line) =>
        Assert.Contains(
            "Line 1 of",
            Assert
                .Throws<InvalidDataException>(() => CheckpointFile.Read(new FileInfo(_data.Write("kept", line))))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Checkpoints_up_to_the_limit_are_read()
    {
        var line = JsonSerializer.Serialize(
            new Checkpoint(Noon, new(0, new string('0', 64), null), new(0, new string('0', 64), null)),
            CheckpointJson.Default.Checkpoint
        );
        var lines = Enumerable.Repeat(line, CheckpointFile.LinesMax);

        Assert.Equal(CheckpointFile.LinesMax, CheckpointFile.Read(Kept(lines)).Journal.Count);
        Assert.Throws<InvalidDataException>(() => CheckpointFile.Read(Kept(lines.Append(line))));
    }

    private FileInfo Kept(IEnumerable<string> lines) => new(_data.Write("kept", string.Join('\n', lines)));

    private async Task RecordAsync()
    {
        await using var log = AccessLog.In(_data.Info);
        await log.RecordAsync(
            [
                Of(Hampshire, "first"),
                Of(Hampshire, "second") with
                {
                    At = Noon.AddDays(1),
                },
                Of(Coventry, "other") with
                {
                    At = Noon.AddDays(1),
                },
                Of(Hampshire, "third") with
                {
                    At = Noon.AddDays(2),
                },
                Of(Hampshire, "fourth") with
                {
                    At = Noon.AddDays(3),
                },
            ],
            Token
        );
    }

    private async Task<Checkpoint> TakeAsync()
    {
        await using var data = AuditedData.Open(_data.Info);
        return await data.TakeCheckpointAsync(Noon, Token);
    }

    private async Task<(bool IsSound, string Faults)> VerifyAsync(params Checkpoint[] checkpoints)
    {
        var kept =
            checkpoints.Length == 0
                ? null
                : CheckpointFile.Read(
                    Kept(checkpoints.Select(c => JsonSerializer.Serialize(c, CheckpointJson.Default.Checkpoint)))
                );
        await using var data = AuditedData.Open(_data.Info);
        await using var faults = new StringWriter();
        var isSound = await DataVerification.RunAsync(data, kept, Noon, (TextWriter.Null, faults), Token);
        return (isSound, faults.ToString());
    }

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_data.Path, "journal.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
