using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>The council answers a question about its return.</summary>
/// <param name="Question">Its number.</param>
public sealed record AnswerQuestion(ReturnKey Return, ServiceScope Scope, int Question, string Text)
    : ReturnCommand(Return, Scope)
{
    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (
            !context.Actor.MayFor(Permission.EnterReturns, Return.Unit, Scope)
            && !context.Actor.MayFor(Permission.ApproveReturns, Return.Unit, Scope)
        )
        {
            return ReturnEntry.NotPermitted;
        }

        if (existing?.Questions.ElementAtOrDefault(Question - 1) is not { } question)
        {
            return ReturnRefusals.QuestionNotFound();
        }

        var input = new InputCheck();
        var text = Explanations.Note(input, Text, "text");
        return input.Failed ? Decision<ReturnEvent>.Refused(input.Refusals)
            : question.Answer is null ? new QuestionAnswered(Question, text, context.Actor.Subject, context.Now)
            : question.Answer.Text == text ? Decision<ReturnEvent>.Unchanged
            : ReturnRefusals.AlreadyAnswered();
    }
}
