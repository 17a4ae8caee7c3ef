using System.CommandLine;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Pages;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>invite --as operator</c>: offers a role and prints its one-time code, also beside a running server. So the first administrator
/// comes to be, whom nobody else could offer a role.
/// </summary>
internal static class InviteCommand
{
    private const string BothServices = "both";

    public static Command Create(JournalOptions journal)
    {
        var role = new Option<string>("--as") { Description = "The role to offer.", Required = true };
        role.AcceptOnlyFromAmong([.. Roles.Names]);
        var scope = new Option<string?>("--scope") { Description = "One of the two services; both when left out." };
        scope.AcceptOnlyFromAmong([.. GrantText.ScopeNames, BothServices]);
        var to = new Option<DateOnly?>("--to") { Description = "Last day of the role: 2027-03-31." };
        var command = new Command("invite", "Offers a role and prints the one-time code with which somebody takes it.")
        {
            role,
            scope,
            to,
        };
        var places = PlaceOptions.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                _ = Roles.TryParse(parsed.GetRequiredValue(role), out var asked);
                var at = places.Find(parsed, asked);
                var service = parsed.GetValue(scope);
                var terms = new RoleTerms(
                    asked,
                    at.Place,
                    GrantText.ScopeNamed(service == BothServices ? null : service),
                    DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
                    parsed.GetValue(to),
                    OnBehalfOf: null
                );
                return at.Fault is { } fault
                    ? Task.FromResult(Refuse(fault))
                    : RunAsync(journal.Find(parsed), terms, cancellation);
            }
        );
        return command;
    }

    private static Task<int> RunAsync(JournalPlace place, RoleTerms terms, CancellationToken cancellation) =>
        StartFaults.ReportAsync(async () =>
        {
            await using var host = await NetworkHost.OpenAsync(place, TimeProvider.System, cancellation);
            var snapshot = host.Projection.Current.Snapshot;
            var code = OneTimeCode.New();
            var hash = OneTimeCode.HashOf(code)!;
            var facts = RoleFacts.Of(snapshot, LocalOperator.Actor, terms, host.Clock.GetUtcNow());
            var offer = new OfferRole(Requests.Commands.NewCode("role", hash), terms, hash, facts);
            return
                await host.Grains.SendAsync(LocalOperator.Actor, hash, offer, cancellation)
                    is GrainReply<Refusal>.Refused refused
                ? Refuse(string.Join(' ', refused.Refusals.Select(refusal => refusal.Message)))
                : Print(terms, code, host.Clock.GetUtcNow().AddDays(Domain.Limits.OfferDays));
        });

    private static int Refuse(string fault)
    {
        Console.Error.WriteLine(fault);
        return 1;
    }

    /// <summary>The code alone on the first line, for scripts.</summary>
    private static int Print(RoleTerms terms, string code, DateTimeOffset expires)
    {
        Console.WriteLine(code);
        Console.WriteLine(
            $"Hand this code to the person who is to be {Roles.NameOf(terms.Role)}. Once signed in, they take the role with it, once, before {expires:d MMMM yyyy HH:mm} UTC."
        );
        Console.WriteLine($"On the pages: {Invitation.PathFor(code)}");
        Console.WriteLine(
            $$"""By a program: mutation { acceptRole(input: { commandId: "{{Guid.NewGuid()}}", code: "{{code}}" }) { problems { message } } }"""
        );
        return 0;
    }
}
