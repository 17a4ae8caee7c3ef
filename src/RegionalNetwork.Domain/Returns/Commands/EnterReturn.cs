using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>Enters the whole table as a draft, in place of the draft before. One that was submitted is a draft again.</summary>
public sealed record EnterReturn(ReturnKey Return, ReturnEntry Entry) : ReturnCommand(Return, Entry.Collection.Scope)
{
    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (!ReturnEntry.IsPermitted(Return, Scope, context.Actor))
        {
            return ReturnEntry.NotPermitted;
        }

        return existing?.Latest is not null
            ? ReturnRefusals.AlreadyApproved()
            : Entry.Enter(Return, existing, null, context);
    }
}
