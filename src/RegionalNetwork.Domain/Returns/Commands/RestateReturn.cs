using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>
/// Enters an approved return again: approved, it is the next vintage. What was released goes on being seen until the new one is.
/// </summary>
public sealed record RestateReturn(ReturnKey Return, ReturnEntry Entry, string Reason)
    : ReturnCommand(Return, Entry.Collection.Scope)
{
    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (!ReturnEntry.IsPermitted(Return, Scope, context.Actor))
        {
            return ReturnEntry.NotPermitted;
        }

        return existing?.Latest is null ? ReturnRefusals.NotApproved()
            : existing.Vintages.Count >= Limits.VintagesPerReturn
                ? CommonRefusals.TooMany("vintages of a return", Limits.VintagesPerReturn)
            : Entry.Enter(Return, existing, Reason, context);
    }
}
