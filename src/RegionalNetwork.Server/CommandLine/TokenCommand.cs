using System.CommandLine;
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
        var region = new Option<string?>("--region") { Description = "The region to act for: E12000005." };
        var scope = new Option<string?>("--scope") { Description = "One of the two services; both when left out." };
        scope.AcceptOnlyFromAmong([.. GrantText.ScopeNames]);
        var command = new Command(
            "token",
            "Prints a token for local use, signed by this data folder's development key."
        )
        {
            role,
            council,
            network,
            region,
            scope,
        };
        command.SetAction(parsed =>
        {
            _ = Roles.TryParse(parsed.GetRequiredValue(role), out var asked);
            var place = RolePlace.Find(
                asked,
                parsed.GetValue(council),
                parsed.GetValue(network),
                parsed.GetValue(region)
            );
            return place.Fault is { } fault
                ? Refuse(fault)
                : Print(
                    parsed.GetRequiredValue(data),
                    new Grant(asked, place.Place) { Scope = GrantText.ScopeNamed(parsed.GetValue(scope)) }
                );
        });
        return command;
    }

    private static int Refuse(string fault)
    {
        Console.Error.WriteLine(fault);
        return 1;
    }

    private static int Print(DirectoryInfo data, Grant grant)
    {
        var actor = new Actor($"local:{Roles.NameOf(grant.Role)}", [grant]);
        return StartFaults.Report(() =>
        {
            Console.WriteLine(DevelopmentTokens.Issue(DevelopmentKey.Of(data), actor, TimeProvider.System));
            return 0;
        });
    }
}
