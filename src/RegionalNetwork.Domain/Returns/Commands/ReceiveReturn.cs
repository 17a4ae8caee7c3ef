using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>
/// A council's own node sends a vintage that the council released: entered, submitted, approved and released here in one step, or not
/// at all. The table is checked as any upload is, and so is what the council explains; that somebody else approved it, and that all that
/// is unusual was explained, was seen to there.
/// </summary>
/// <param name="From">First day on which others may see it.</param>
/// <param name="Node">Read by who sends the command.</param>
public sealed record ReceiveReturn(
    ReturnKey Return,
    ReturnEntry Entry,
    ReleaseLevel Level,
    DateOnly From,
    FederationMember Node
) : ReturnCommand(Return, Entry.Collection.Scope)
{
    private const string Restated = "Restated by the council.";
    private const string Explained = "Checked and approved at the council's own node.";

    /// <returns>Null where the node may speak for the councils of the return.</returns>
    public static Refusal? FaultOf(ReturnKey key, FederationMember node, Actor actor) =>
        !node.IsEnrolled || actor.Subject != node.Subject ? FederationRefusals.NotMember()
        : !node.Owns.Own(key.Unit) ? FederationRefusals.NotOwned()
        : null;

    /// <summary>What the council's people wrote, without what a hub wrote in the place of those who saw to it.</summary>
    public static IReadOnlyList<Explanation> OfCouncil(IEnumerable<Explanation> explanations) =>
        [.. explanations.Where(one => one.Text != Explained)];

    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (FaultOf(Return, Node, context.Actor) is { } fault)
        {
            return fault;
        }

        if (Level < Node.Level)
        {
            return FederationRefusals.LevelTooNarrow(Node.Level);
        }

        if (existing?.Vintages.Count >= Limits.VintagesPerReturn)
        {
            return CommonRefusals.TooMany("vintages of a return", Limits.VintagesPerReturn);
        }

        // What somebody may have drafted here is not the council's word: the council speaks through its node.
        var before = existing is null ? null : existing with { Draft = null };
        var entered = Entry.Enter(Return, before, existing?.Latest is null ? null : Restated, context);
        if (entered.IsRefused)
        {
            return entered;
        }

        var entry = (ReturnEntered)entered.Events[0];
        IReadOnlyList<ReturnEvent> approved = IsKnown(existing, entry) ? [] : Approved(existing, entry, context);
        var after = approved.Aggregate(existing, (one, happened) => ReturnHistory.Apply(one, happened, null));
        var release = new ReleaseReturn(Return, Scope, Level, From > context.Today ? From : null);
        var released = release.Release(after, context with { Actor = Node.Approver });
        return released.IsRefused ? released : new Decision<ReturnEvent>([.. approved, .. released.Events], []);
    }

    /// <summary>Whether the last vintage says the same and stands.</summary>
    private static bool IsKnown(CouncilReturn? existing, ReturnEntered entry) =>
        existing?.Latest is { WithdrawnOn: null } latest
        && latest.Content.Version == entry.Version
        && latest.Content.Figures.FieldNames == entry.Fields
        && latest.Content.Figures.Rows.SequenceEqual(entry.Rows)
        && OfCouncil(latest.Content.Explanations).SequenceEqual(OfCouncil(entry.Explanations));

    private ReturnEvent[] Approved(CouncilReturn? existing, ReturnEntered entry, CommandContext context)
    {
        Explanation[] explanations =
        [
            .. entry
                .Warnings.Where(warning => !entry.Explanations.Any(one => one.IsAbout(warning)))
                .DistinctBy(warning => (warning.Field, warning.Item))
                .Select(warning => new Explanation(warning.Field, warning.Item, Explained)),
        ];
        return
        [
            entry,
            new ReturnSubmitted(explanations, Node.Subject, context.Now),
            new ReturnApproved((existing?.Vintages.Count ?? 0) + 1, Node.Approver.Subject, context.Now),
        ];
    }
}

/// <summary>A council's own node says that the council withdrew all of a return. What is not here needs no withdrawal.</summary>
/// <param name="Node">Read by who sends the command.</param>
public sealed record ReceiveWithdrawal(ReturnKey Return, ServiceScope Scope, FederationMember Node)
    : ReturnCommand(Return, Scope)
{
    private const string Withdrawn = "Withdrawn by the council.";

    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context) =>
        ReceiveReturn.FaultOf(Return, Node, context.Actor) is { } fault ? fault
        : existing?.Latest is null ? Decision<ReturnEvent>.Unchanged
        : new WithdrawReturn(Return, Scope, Withdrawn).Withdraw(existing, context with { Actor = Node.Approver });
}
