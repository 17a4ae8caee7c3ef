using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.CommandLine;

public sealed class InviteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task First_administrator_takes_the_role_that_the_command_line_offers()
    {
        var run = await CommandLineRun.OfAsync("invite", "--as", "operator", "--data", Data);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var code = run.Output.Split('\n')[0];
        Assert.Matches("^[a-z2-7]{4}(-[a-z2-7]{4}){7}$", code);
        Assert.Contains($"On the pages: /account?code={code}\n", run.Output, StringComparison.Ordinal);

        await using var server = await ServerProcess.StartAsync(Data);
        using var client = new NetworkClient(server.Address, new DirectoryInfo(Data));
        Assert.Equal(
            """{"role":"OPERATOR","status":"HELD","offeredBy":"local:command-line"}""",
            await client.SucceedAsync(
                new Actor("person-first", []),
                "acceptRole",
                $"code: \"{code}\"",
                "roleAssignment { role status offeredBy }"
            )
        );
    }

    [Theory]
    [InlineData("--as psw", "psw acts for a council")]
    [InlineData("--as psw --council E99999999", "No council has the code E99999999")]
    [InlineData("--as coordinator --network nowhere", "There is no such network")]
    [InlineData("--as operator --to 2001-01-01", "last day")]
    public async Task Role_that_cannot_be_offered_is_refused_in_a_sentence(string arguments, string about) =>
        (await CommandLineRun.OfAsync(["invite", .. arguments.Split(' '), "--data", Data])).AssertFailedInOneSentence(
            about
        );
}
