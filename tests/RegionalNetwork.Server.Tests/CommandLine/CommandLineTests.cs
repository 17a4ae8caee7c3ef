using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Durability;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.CommandLine;

/// <summary>The executable's words and options, each run as a process.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("--sample", "all")]
    [InlineData("no-such-command")]
    [InlineData("import")]
    [InlineData("import", "no-such-file.csv")]
    [InlineData("token")]
    [InlineData("token", "--as", "king")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "https://localhost:1")]
    public async Task Unknown_word_prints_the_usage_and_leaves_nothing_behind(params string[] arguments)
    {
        var run = await CommandLineRun.OfAsync([.. arguments, "--data", Data]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Usage:", run.Output + run.Error, StringComparison.Ordinal);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("--as psw", "psw acts for a council")]
    [InlineData("--as data-officer", "data-officer acts for a council")]
    [InlineData("--as psw --council E99999999", "No council has the code E99999999")]
    public async Task Token_for_nobody_in_particular_is_refused(string arguments, string about) =>
        (await CommandLineRun.OfAsync(["token", .. arguments.Split(' '), "--data", Data])).AssertFailedInOneSentence(
            about
        );

    [Fact]
    public async Task Token_is_one_line_that_the_server_of_the_same_folder_accepts()
    {
        var run = await CommandLineRun.OfAsync("token", "--as", "psw", "--council", "336", "--data", Data);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^[\w-]+\.[\w-]+\.[\w-]+\n$", run.Output);

        await using var server = await ServerProcess.StartAsync(Data);
        using var client = new NetworkClient(server.Address, new DirectoryInfo(Data));
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={viewer{subject,council{code}}}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {run.Output.Trim()}");
        Assert.Equal(
            """{"viewer":{"subject":"local:psw","council":{"code":"E08000031"}}}""",
            (await client.SendAsync(request, As.Anonymous)).Data.GetRawText()
        );
    }

    [Fact]
    public async Task Development_key_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        await CommandLineRun.OfAsync("token", "--as", "operator", "--data", Data);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(Data, "keys", "development-signing.key"))
        );
    }

    [Fact]
    public async Task Damaged_development_key_is_named()
    {
        _ = DevelopmentKey.Of(new DirectoryInfo(Data));
        await File.WriteAllTextAsync(
            Path.Combine(Data, "keys", "development-signing.key"),
            "short",
            TestContext.Current.CancellationToken
        );

        (await CommandLineRun.OfAsync("token", "--as", "operator", "--data", Data)).AssertFailedInOneSentence(
            "development-signing.key is not a key"
        );
    }

    [Fact]
    public async Task Folder_that_cannot_be_made_is_named()
    {
        // A file stands in the way: that holds for every user, root included.
        _folder.Write("data", "");

        foreach (var arguments in new string[][] { [], ["token", "--as", "operator"], ["import", FileOf("a.csv", 1)] })
        {
            (await CommandLineRun.OfAsync([.. arguments, "--data", Data])).AssertFailedInOneSentence(Data);
        }
    }

    [Fact]
    public async Task Address_in_use_is_named()
    {
        await using var server = await ServerProcess.StartAsync(Data);
        var second = await CommandLineRun.OfAsync(
            "--data",
            Path.Combine(_folder.Path, "other"),
            "--sample",
            "none",
            "--urls",
            server.Address.GetLeftPart(UriPartial.Authority)
        );

        second.AssertFailedInOneSentence("address already in use");
        Assert.Contains($":{server.Address.Port}", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_start_keeps_the_data_of_the_first()
    {
        await using (var first = await ServerProcess.StartAsync(Data))
        {
            using var writer = new NetworkClient(first.Address, new DirectoryInfo(Data));
            await writer.SucceedAsync(
                As.AllRoles,
                "createWorkstream",
                """code: "kept", title: "Kept", theme: "T01", startsOn: "2020-01-01" """,
                "workstream { code }"
            );
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await ServerProcess.StartAsync(Data);
        using var reader = new NetworkClient(second.Address, new DirectoryInfo(Data));
        Assert.Equal(
            """{"workstream":{"title":"Kept"}}""",
            await reader.ReadAsync("{ workstream(code: \"kept\") { title } }", As.AllRoles)
        );
    }

    [Fact]
    public async Task Good_file_is_imported_once()
    {
        var file = FileOf("staff.csv", 5);
        var first = await CommandLineRun.OfAsync("import", file, "--data", Data);
        var again = await CommandLineRun.OfAsync("import", file, "--data", Data);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains(
            "staff.csv: 2 rows, 2 figures. Imported as vintage 1 of staff",
            first.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("is vintage 1 of staff already. Nothing has changed.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_printed_and_nothing_changes()
    {
        var file = _folder.Write(
            "faulty.csv",
            """
            time_period,time_identifier,geographic_level,country_code,country_name,staff_count
            2024,Some year,National,E92000001,England,5
            202,Reporting year,National,E92000001,England,
            2023,Reporting year,Moon,E92000001,England,=1+1

            """
        );
        var run = await CommandLineRun.OfAsync("import", file, "--data", Data);

        Assert.Equal(1, run.ExitCode);
        var rows = run.Error.Split('\n').Where(line => line.StartsWith("Row ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["Row 2", "Row 3", "Row 4"], rows.Select(line => line[..5]).Distinct().Order());
        Assert.Matches(@"faulty\.csv was not imported: \d+ faults\. Nothing has changed\.\n$", run.Error);
        await using var server = await ServerProcess.StartAsync(Data);
        using var client = new NetworkClient(server.Address, new DirectoryInfo(Data));
        Assert.Equal(
            """{"publications":[],"service":{"position":"0"}}""",
            await client.ReadAsync("{ publications { code } service { position } }")
        );
    }

    [Fact]
    public async Task Import_beside_a_running_server_is_seen_without_a_restart()
    {
        await using var server = await ServerProcess.StartAsync(Data);
        using var client = new NetworkClient(server.Address, new DirectoryInfo(Data));
        for (var vintage = 1; vintage <= 3; vintage++)
        {
            var run = await CommandLineRun.OfAsync("import", FileOf("beside.csv", vintage), "--data", Data);
            Assert.Equal(0, run.ExitCode);
            await client.SeesAsync(
                "{ publication(code: \"beside\") { vintages { number } } }",
                $"{{\"number\":{vintage}}}"
            );
        }
    }

    [Fact]
    public async Task Import_beside_a_running_server_does_not_disturb_its_writes()
    {
        await using var server = await ServerProcess.StartAsync(Data);
        using var client = new NetworkClient(server.Address, new DirectoryInfo(Data));
        var upload = client.UploadAsync(As.AllRoles, "both.csv", SmallFile.Of(1));
        var run = CommandLineRun.OfAsync("import", FileOf("both.csv", 2), "--data", Data);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await upload).Status);
        Assert.Equal(0, (await run).ExitCode);

        // The grain has seen the other's vintage before it gives the next number.
        var third = await client.UploadAsync(As.AllRoles, "both.csv", SmallFile.Of(3));
        Assert.Equal(3, third.Body.At("vintage").GetInt32());
    }

    private string FileOf(string name, int birmingham) =>
        _folder.Write(name, System.Text.Encoding.UTF8.GetString(SmallFile.Of(birmingham)));
}
