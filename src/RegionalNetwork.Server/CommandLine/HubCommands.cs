using System.CommandLine;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.RoleAssignments;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>What an operator of a hub does: <c>federation invite</c>, <c>federation remove</c> and <c>federation settle</c>.</summary>
internal static class HubCommands
{
    public static Command Invite(JournalOptions journal)
    {
        var name = NameArgument();
        var councils = new Option<string[]>("--council")
        {
            Description = "A council that the node speaks for, by its nine-character code; may be given several times.",
        };
        var region = new Option<string?>("--region")
        {
            Description = "The region whose councils the node speaks for: E12000005, for a regional hub.",
        };
        var level = ReleaseLevelOption.Create();
        var command = new Command(
            "invite",
            "Prints the invitation with which another node becomes a member of this one."
        )
        {
            name,
            councils,
            region,
            level,
        };
        command.SetAction(
            (parsed, cancellation) =>
                InviteAsync(
                    journal.Find(parsed),
                    parsed.GetRequiredValue(name),
                    [
                        .. (parsed.GetValue(councils) ?? []).Select(Place.Council),
                        .. parsed.GetValue(region) is { } code ? [Place.Region(code)] : Array.Empty<Place>(),
                    ],
                    ReleaseLevelOption.Read(parsed.GetRequiredValue(level)),
                    cancellation
                )
        );
        return command;
    }

    public static Command Remove(JournalOptions journal)
    {
        var name = NameArgument();
        var command = new Command(
            "remove",
            "Ends the membership of a node. What it sent stays; its returns can be withdrawn here."
        )
        {
            name,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    journal.Find(parsed),
                    new EndMembership(parsed.GetRequiredValue(name)),
                    "Nothing is taken from it any more.",
                    cancellation
                )
        );
        return command;
    }

    public static Command Settle(JournalOptions journal)
    {
        var name = NameArgument();
        var number = new Argument<long?>("NUMBER")
        {
            Description = "Number of the message; all of the node when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "settle",
            "Takes messages of a node out of quarantine that nobody waits for any more."
        )
        {
            name,
            number,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    journal.Find(parsed),
                    new SettleQuarantine(parsed.GetRequiredValue(name), parsed.GetValue(number)),
                    "They are out of quarantine.",
                    cancellation
                )
        );
        return command;
    }

    private static Argument<string> NameArgument() =>
        new("NAME") { Description = "What the node is called here: letters, digits and hyphens." };

    private static Task<int> InviteAsync(
        JournalPlace place,
        string name,
        IReadOnlyList<Place> owns,
        ReleaseLevel level,
        CancellationToken cancellation
    )
    {
        if (!Identifier.IsValid(name))
        {
            return Task.FromResult(OperatorRun.Refuse(CommonRefusals.InvalidId("member").Message));
        }

        return OperatorRun.Async(
            place,
            host =>
            {
                using var key = NodeKey.Of(place);
                var code = OneTimeCode.New();
                var members = host.Projection.Current.Snapshot.FederationMembers;
                var owner = members.OwnerOf(owns, name, host.Clock.GetUtcNow())?.Code;
                var invite = new InviteMember(name, owns, level, OneTimeCode.HashOf(code)!, owner);
                var reply = host.Grains.SendAsync(LocalOperator.Actor, OperatorRun.NewId(), invite, cancellation);
                // The invitation alone on the first line, for scripts.
                return Task.FromResult(
                    (
                        reply,
                        $"{new HubInvitation(code, key.Id)}\nHand this to the operator of {name}, who joins with it once, within {Domain.Limits.InvitationDays} days: federation join URL INVITATION --level {level.ToString().ToLowerInvariant()}"
                    )
                );
            },
            cancellation
        );
    }

    private static Task<int> RunAsync(
        JournalPlace place,
        MemberCommand command,
        string done,
        CancellationToken cancellation
    ) =>
        Identifier.IsValid(command.Member)
            ? OperatorRun.Async(
                place,
                host =>
                    Task.FromResult(
                        (host.Grains.SendAsync(LocalOperator.Actor, OperatorRun.NewId(), command, cancellation), done)
                    ),
                cancellation
            )
            : Task.FromResult(OperatorRun.Refuse(CommonRefusals.InvalidId("member").Message));
}
