using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Returns.Checks;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>A table with all that entering it needs to know.</summary>
/// <param name="Explanations">Beside those of the draft before whose figures are the same still.</param>
/// <param name="Prior">Read by who sends the command: what the councils approved for the period before; null for nothing.</param>
/// <param name="Overlapping">Read likewise: key of a unit that counts one of these councils too; null where there is none.</param>
public sealed record ReturnEntry(
    ReturnCollection Collection,
    ReturnTable Table,
    IReadOnlyList<Explanation> Explanations,
    ReturnContent? Prior,
    string? Overlapping
)
{
    public static bool IsPermitted(ReturnKey key, ServiceScope scope, Actor actor) =>
        actor.MayFor(Permission.EnterReturns, key.Unit, scope);

    public static Refusal NotPermitted { get; } =
        CommonRefusals.NotPermitted("the council's data officer or Principal Social Worker");

    /// <param name="reason">Why it is entered again; null for a return without an approved vintage.</param>
    internal Decision<ReturnEvent> Enter(ReturnKey key, CouncilReturn? existing, string? reason, CommandContext context)
    {
        if (Table.IsIncomplete)
        {
            throw new InvalidOperationException(
                "A table of which rows could not be read is refused before it comes here."
            );
        }

        var input = new InputCheck();
        var why = reason is null ? null : Returns.Explanations.Note(input, reason, "reason");
        if (ReturnPeriod.Find(Collection, key.Period) is not { } period)
        {
            return ReturnRefusals.PeriodNotFound();
        }

        foreach (var council in key.Unit.Councils)
        {
            input.Add(CouncilCodes.FaultOn(period.ReferenceDate, council, "council"));
        }

        input.Require(period.ReferenceDate <= context.Today, ReturnRefusals.PeriodNotOver(period.ReferenceDate));
        input.Require(Overlapping is null, ReturnRefusals.UnitOverlaps(Overlapping ?? ""));
        var reading = ReturnCheck.Read(Collection, period, key.Unit, Table, Prior);
        foreach (var fault in reading.Faults)
        {
            input.Add(fault.ToRefusal());
        }

        if (reading.Figures is not { } figures)
        {
            return Decision<ReturnEvent>.Refused(input.Refusals);
        }

        var explanations = Returns.Explanations.Joined(
            Returns.Explanations.StillTrue(existing?.Draft?.Content, figures),
            Returns.Explanations.Checked(Explanations, figures.Layout, input)
        );
        if (input.Failed)
        {
            return Decision<ReturnEvent>.Refused(input.Refusals);
        }

        return IsSame(existing?.Draft, figures, explanations, why)
            ? Decision<ReturnEvent>.Unchanged
            : new ReturnEntered(
                key.Collection,
                key.Period,
                key.Unit.Councils,
                Collection.Scope,
                Collection.Version,
                figures.FieldNames,
                figures.Rows,
                reading.Warnings,
                explanations,
                why,
                context.Actor.Subject,
                context.Now
            );
    }

    /// <summary>One that was sent back is entered again even when nothing changed: that is an answer too.</summary>
    private bool IsSame(
        ReturnDraft? draft,
        ReturnFigures figures,
        IReadOnlyList<Explanation> explanations,
        string? reason
    ) =>
        draft is { SentBackFor: null }
        && draft.Content.Version == Collection.Version
        && draft.Content.Reason == reason
        && draft.Content.Figures.SameAs(figures)
        && draft.Content.Explanations.SequenceEqual(explanations);
}
