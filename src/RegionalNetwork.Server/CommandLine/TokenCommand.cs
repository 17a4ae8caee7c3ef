using System.CommandLine;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>token --as psw --council E08000031</c>: prints a token that a Development host on loopback accepts.</summary>
internal static class TokenCommand
{
    public static Command Create(Option<DirectoryInfo> data)
    {
        var roles = new Option<string[]>("--as")
        {
            Description = "The role to act in; given again, another one beside it.",
            Required = true,
        };
        roles.AcceptOnlyFromAmong([.. Roles.Names]);
        var scope = new Option<string?>("--scope") { Description = "One of the two services; both when left out." };
        scope.AcceptOnlyFromAmong([.. GrantText.ScopeNames]);
        var command = new Command(
            "token",
            "Prints a token for local use, signed by this data folder's development key."
        )
        {
            roles,
            scope,
        };
        var places = PlaceOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var grants = new List<Grant>();
            foreach (var name in parsed.GetRequiredValue(roles))
            {
                _ = Roles.TryParse(name, out var role);
                var place = places.Find(parsed, role);
                if (place.Fault is { } fault)
                {
                    Console.Error.WriteLine(fault);
                    return 1;
                }

                grants.Add(new Grant(role, place.Place) { Scope = GrantText.ScopeNamed(parsed.GetValue(scope)) });
            }

            return Print(parsed.GetRequiredValue(data), grants);
        });
        return command;
    }

    private static int Print(DirectoryInfo data, List<Grant> grants)
    {
        var actor = new Actor($"local:{string.Join('+', grants.Select(grant => Roles.NameOf(grant.Role)))}", grants);
        return StartFaults.Report(() =>
        {
            Console.WriteLine(DevelopmentTokens.Issue(DevelopmentKey.Of(data), actor, TimeProvider.System));
            return 0;
        });
    }
}
