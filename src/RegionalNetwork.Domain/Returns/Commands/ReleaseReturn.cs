using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>Lets the last approved vintage go as far as the level says. Levels widen, and days come nearer; never the other way.</summary>
/// <param name="EmbargoUntil">First day on which others may see it; null for today.</param>
public sealed record ReleaseReturn(ReturnKey Return, ServiceScope Scope, ReleaseLevel Level, DateOnly? EmbargoUntil)
    : ReturnCommand(Return, Scope)
{
    internal static bool IsPermitted(ReturnKey key, ServiceScope scope, Actor actor) =>
        actor.MayFor(Permission.ReleaseReturns, key.Unit, scope);

    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context) =>
        IsPermitted(Return, Scope, context.Actor) ? Release(existing, context) : ApproveReturn.NotPermitted;

    /// <summary>The same for who was found to be permitted.</summary>
    internal Decision<ReturnEvent> Release(CouncilReturn? existing, CommandContext context)
    {
        if (existing?.Latest is not { } vintage)
        {
            return ReturnRefusals.NotApproved();
        }

        if (vintage.WithdrawnOn is not null)
        {
            return ReturnRefusals.VintageWithdrawn();
        }

        var input = new InputCheck();
        input.Known(Level, "level");
        input.Require(
            EmbargoUntil is not { } until
                || (until >= context.Today && until <= context.Today.AddDays(Limits.EmbargoDays)),
            ReturnRefusals.EmbargoInvalid()
        );
        if (input.Failed)
        {
            return Decision<ReturnEvent>.Refused(input.Refusals);
        }

        return Fault(existing, vintage, context.Today) is { } fault ? fault
            : IsReleasedSo(vintage, context.Today) ? Decision<ReturnEvent>.Unchanged
            : new ReturnReleased(vintage.Number, Level, EmbargoUntil, context.Actor.Subject, context.Today);
    }

    /// <summary>Also what an older vintage was released to binds: the new one takes its place.</summary>
    private Refusal? Fault(CouncilReturn existing, ReturnVintage vintage, DateOnly today)
    {
        var before = existing.Vintages.Where(one => one.WithdrawnOn is null).Max(one => one.Widest);
        if (before > Level)
        {
            return ReturnRefusals.LevelNarrower(before.Value);
        }

        var promised = vintage
            .Releases.Where(release => release.Level == Level)
            .Min(release => (DateOnly?)release.From);
        return promised < (EmbargoUntil ?? today) && promised > today ? ReturnRefusals.EmbargoLater() : null;
    }

    /// <summary>At this level since an earlier day, or from the same.</summary>
    private bool IsReleasedSo(ReturnVintage vintage, DateOnly today) =>
        vintage.Releases.Any(release => release.Level == Level && release.From <= (EmbargoUntil ?? today));
}
