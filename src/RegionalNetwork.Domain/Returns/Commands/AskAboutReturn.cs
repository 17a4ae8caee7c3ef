using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>A network's analyst or coordinator asks a member about its return.</summary>
/// <param name="Field">Null, as <paramref name="Item"/>, for the return as a whole.</param>
/// <param name="IsMember">Read by who sends the command: a council of the return is a member of the network today.</param>
public sealed record AskAboutReturn(
    ReturnKey Return,
    ServiceScope Scope,
    string Network,
    string? Field,
    string? Item,
    string Text,
    bool IsMember
) : ReturnCommand(Return, Scope)
{
    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.AskAboutReturns, Place.Network(Network), Scope))
        {
            return CommonRefusals.NotPermitted("the network's analyst or coordinator");
        }

        // What a council has not handed in is not talked about, not even that it is there.
        if (!IsMember || existing is not { WasSubmitted: true })
        {
            return !IsMember ? ReturnRefusals.NotMember() : ReturnRefusals.NotFound();
        }

        var input = new InputCheck();
        var layout = (existing.Latest?.Content ?? existing.Draft!.Content).Figures.Layout;
        input.Require(Field is null || layout.IndexOfField(Field) >= 0, ReturnRefusals.FieldNotFound("field"));
        input.Require(
            Item is null ? Field is null : layout.IndexOfItem(Item) >= 0,
            ReturnRefusals.ItemNotFound("item")
        );
        input.Require(
            existing.Questions.Count < Limits.QuestionsPerReturn,
            CommonRefusals.TooMany("questions about a return", Limits.QuestionsPerReturn)
        );
        var text = Explanations.Note(input, Text, "text");
        return input.Failed
            ? Decision<ReturnEvent>.Refused(input.Refusals)
            : new QuestionAsked(
                existing.Questions.Count + 1,
                Network,
                Field,
                Item,
                text,
                context.Actor.Subject,
                context.Now
            );
    }
}
