using System.CommandLine;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>token --as psw --council E08000031</c>: prints a token that a Development host on loopback accepts.</summary>
internal static class TokenCommand
{
    public static Command Create(Option<DirectoryInfo> data)
    {
        var role = new Option<string>("--as") { Description = "The role to act in.", Required = true };
        role.AcceptOnlyFromAmong([.. Roles.Names]);
        var council = new Option<string?>("--council")
        {
            Description = "The council to act for: nine-character or three-digit code.",
        };
        var network = new Option<string?>("--network")
        {
            Description = "The network to act for, such as west-midlands.",
        };
        var command = new Command(
            "token",
            "Prints a token for local use, signed by this data folder's development key."
        )
        {
            role,
            council,
            network,
        };
        command.SetAction(parsed =>
            Print(
                parsed.GetRequiredValue(data),
                parsed.GetRequiredValue(role),
                parsed.GetValue(council),
                parsed.GetValue(network)
            )
        );
        return command;
    }

    private static int Print(DirectoryInfo data, string roleName, string? councilCode, string? network)
    {
        _ = Roles.TryParse(roleName, out var role);
        var council = councilCode is null ? null : CouncilRegister.England.Find(councilCode);
        if (councilCode is not null && council is null)
        {
            Console.Error.WriteLine($"No council has the code {councilCode}. Use an ONS code such as E08000031.");
            return 1;
        }

        if (role is Role.PrincipalSocialWorker or Role.DataOfficer && council is null)
        {
            Console.Error.WriteLine($"A {roleName} acts for a council: add --council with its ONS code.");
            return 1;
        }

        var actor = new Actor($"local:{roleName}", [role], council?.Code, network);
        return StartFaults.Report(() =>
        {
            Console.WriteLine(DevelopmentTokens.Issue(DevelopmentKey.Of(data), actor, TimeProvider.System));
            return 0;
        });
    }
}
