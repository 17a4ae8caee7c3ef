using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>A priority as its council shows it: as it stands, without who worded it and what it said before.</summary>
/// <param name="Year">Financial year, <c>2022-23</c>.</param>
/// <param name="ApprovedBy">The approving body; null when not approved or not said.</param>
/// <param name="InOrder">Of the priorities of that year that are shown so far, the ids, the most important first.</param>
public sealed record ShownPriority(
    string Year,
    PriorityDetails Details,
    PriorityStatus Status,
    string? ApprovedBy,
    Audience Audience,
    IReadOnlyList<string> InOrder
)
{
    /// <summary>How far something with an audience is released; null where it is not.</summary>
    public static ReleaseLevel? LevelOf(Audience audience) =>
        audience switch
        {
            Audience.Network => ReleaseLevel.Network,
            Audience.Public => ReleaseLevel.Public,
            _ => null,
        };
}

/// <summary>
/// A council's own node sends a priority that the council shows: declared, worded, moved on, shown and ranked here as it stands there, in
/// one step. Texts are checked as when somebody writes them; what may follow what, and who may approve, was seen to there.
/// </summary>
/// <param name="Node">Read by who sends the command.</param>
public sealed record ReceivePriority(string Council, string Id, ShownPriority Shown, FederationMember Node)
    : ICouncilCommand
{
    /// <returns>Null where the node may speak for the council.</returns>
    public static Refusal? FaultOf(string council, FederationMember node, Actor actor) =>
        !node.IsEnrolled || actor.Subject != node.Subject ? FederationRefusals.NotMember()
        : !node.Owns.Own(council) ? FederationRefusals.PriorityNotOwned()
        : null;

    internal Decision<PriorityEvent> Decide(PriorityBook book, CommandContext context)
    {
        if (FaultOf(Council, Node, context.Actor) is { } fault)
        {
            return fault;
        }

        var input = new InputCheck();
        input.Id(Id, "id");
        input.Year(Shown.Year, "year");
        input.Known(Shown.Status, "status");
        input.Require(
            ShownPriority.LevelOf(Shown.Audience) >= Node.Level,
            FederationRefusals.LevelTooNarrow(Node.Level) with
            {
                Path = ["audience"],
            }
        );
        input.Require(
            Shown.InOrder.Count <= Limits.PrioritiesPerYear,
            CommonRefusals.TooMany("priorities of a year", Limits.PrioritiesPerYear, "inOrder")
        );
        var details = PriorityDecider.Checked(Shown.Details, input);
        var approvedBy = input.OptionalLine(Shown.ApprovedBy, Limits.LineCharacters, "approvedBy");
        if (input.Failed)
        {
            return Decision<PriorityEvent>.Refused(input.Refusals);
        }

        var existing = book.Find(Id);
        var isNew = existing is null;
        return existing is not null && existing.Year != Shown.Year ? CommonRefusals.IdTaken(Id)
            : isNew && book.In(Shown.Year).Count >= Limits.PrioritiesPerYear
                ? PriorityRefusals.TooManyInYear(Shown.Year)
            : isNew && book.Count >= Limits.PrioritiesPerOwner ? PriorityRefusals.TooMany()
            : new Decision<PriorityEvent>([.. Ranked(book, [.. Changes(existing, details, approvedBy, context)])], []);
    }

    private IEnumerable<PriorityEvent> Changes(
        Priority? existing,
        PriorityDetails details,
        string? approvedBy,
        CommandContext context
    )
    {
        if (existing is null)
        {
            // Shown from today on, not from the first day of all.
            yield return new PriorityDeclared(
                Council,
                Id,
                Shown.Year,
                PriorityLevel.Council,
                details,
                Audience.Owner,
                Node.Subject
            );
        }
        else if (!existing.Details.SameAs(details))
        {
            yield return new PriorityRevised(Id, details, Node.Subject);
        }

        if (
            Shown.Status != (existing?.Status ?? PriorityStatus.Proposed)
            || (approvedBy is not null && approvedBy != existing?.ApprovedBy)
        )
        {
            yield return new PriorityStatusChanged(Id, Shown.Status, approvedBy);
        }

        if (Shown.Audience != (existing?.Audience ?? Audience.Owner))
        {
            yield return new PriorityAudienceChanged(Id, Shown.Audience, context.Today);
        }
    }

    /// <summary>With the order of the year, where it becomes another one. What the council does not show comes last, as it was.</summary>
    private IEnumerable<PriorityEvent> Ranked(PriorityBook book, IReadOnlyList<PriorityEvent> changes)
    {
        string[] before =
        [
            .. changes.Aggregate(book, (one, happened) => one.Apply(happened)).In(Shown.Year).Select(one => one.Id),
        ];
        string[] after = [.. Shown.InOrder.Intersect(before), .. before.Except(Shown.InOrder)];
        return before.SequenceEqual(after) ? changes : changes.Append(new PrioritiesRanked(Shown.Year, after));
    }
}

/// <summary>
/// A council's own node says that the council shows a priority no more. It is its own people's again; what is not here, or not shown,
/// needs no hiding.
/// </summary>
/// <param name="Node">Read by who sends the command.</param>
public sealed record ReceiveHiding(string Council, string Id, FederationMember Node) : ICouncilCommand
{
    internal Decision<PriorityEvent> Decide(PriorityBook book, CommandContext context) =>
        ReceivePriority.FaultOf(Council, Node, context.Actor) is { } fault ? fault
        : book.Find(Id) is null or { Audience: Audience.Owner } ? Decision<PriorityEvent>.Unchanged
        : new PriorityAudienceChanged(Id, Audience.Owner, context.Today);
}
