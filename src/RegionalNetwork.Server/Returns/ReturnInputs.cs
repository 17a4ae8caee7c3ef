using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Server.Returns;

/// <summary>What every mutation of a return says of which one it means.</summary>
internal interface IReturnInput
{
    string CommandId { get; }

    string Collection { get; }

    string Council { get; }

    string Period { get; }
}

internal sealed record ExplanationInput(string Field, string Item, string Text)
{
    public static IReadOnlyList<Explanation> All(IReadOnlyList<ExplanationInput> inputs) =>
        [.. inputs.Select(input => new Explanation(input.Field, input.Item, input.Text))];
}

internal sealed record EnterInput(
    string CommandId,
    string Collection,
    string Council,
    string Period,
    string Csv,
    IReadOnlyList<ExplanationInput> Explanations
) : IReturnInput;

internal sealed record RestateInput(
    string CommandId,
    string Collection,
    string Council,
    string Period,
    string Csv,
    IReadOnlyList<ExplanationInput> Explanations,
    string Reason
) : IReturnInput;

internal sealed record SubmitInput(
    string CommandId,
    string Collection,
    string Council,
    string Period,
    IReadOnlyList<ExplanationInput> Explanations
) : IReturnInput;

/// <summary>To send back and to withdraw.</summary>
internal sealed record ReasonInput(string CommandId, string Collection, string Council, string Period, string Reason)
    : IReturnInput;

internal sealed record ApproveInput(string CommandId, string Collection, string Council, string Period, int Draft)
    : IReturnInput;

internal sealed record ReleaseInput(
    string CommandId,
    string Collection,
    string Council,
    string Period,
    ReleaseLevel Level,
    DateOnly? EmbargoUntil
) : IReturnInput;

internal sealed record AskInput(
    string CommandId,
    string Collection,
    string Council,
    string Period,
    string Network,
    string? Field,
    string? Item,
    string Text
) : IReturnInput;

internal sealed record AnswerInput(
    string CommandId,
    string Collection,
    string Council,
    string Period,
    int Question,
    string Text
) : IReturnInput;

internal sealed record CompileInput(string CommandId, string Collection, string Period);
