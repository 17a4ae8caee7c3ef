using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Checks;

namespace RegionalNetwork.Server.Returns;

/// <summary>What an upload of a return is answered with.</summary>
/// <param name="Draft">Number of the draft; null where nothing was entered.</param>
/// <param name="Submitted">False also where warnings wait for explanations.</param>
internal sealed record ReturnAnswer(
    string? Collection,
    string? Period,
    IReadOnlyList<string> Councils,
    int? Draft,
    bool Submitted,
    int FaultCount,
    IReadOnlyList<ReturnProblem> Faults,
    IReadOnlyList<ReturnNotice> Warnings
)
{
    public static ReturnAnswer Refused(params IReadOnlyList<ReturnProblem> faults) =>
        new(null, null, [], null, false, faults.Count, faults, []);

    public static ReturnAnswer Refused(string code, string message) =>
        Refused(new ReturnProblem(code, null, null, null, message));

    public static ReturnAnswer Refused(IReadOnlyList<Refusal> problems) =>
        Refused([.. problems.Select(one => new ReturnProblem(one.Code, null, null, null, one.Message))]);

    public static ReturnAnswer Of(CouncilReturn one)
    {
        var content = one.Draft?.Content;
        ReturnNotice[] warnings =
        [
            .. content?.Warnings.Select(warning => new ReturnNotice(
                warning.Code,
                warning.Field,
                warning.Item,
                warning.Message,
                content.Explanations.FirstOrDefault(explanation => explanation.IsAbout(warning))?.Text
            ))
                ?? [],
        ];
        return new ReturnAnswer(
            one.Key.Collection,
            one.Key.Period,
            one.Key.Unit.Councils,
            one.Draft?.Number,
            one.Draft?.SubmittedBy is not null,
            0,
            [],
            warnings
        );
    }
}

/// <param name="Row">Line of the file, from 1 with the heading.</param>
internal sealed record ReturnProblem(string Code, int? Row, string? Column, string? Value, string Message)
{
    public static ReturnProblem Of(ReturnFault fault) =>
        new(fault.Code, fault.Row, fault.Column, fault.Value, fault.Message);
}

/// <param name="Explanation">Null where it is to be explained, or the figure changed.</param>
internal sealed record ReturnNotice(string Code, string Field, string Item, string Message, string? Explanation);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReturnAnswer))]
[JsonSerializable(typeof(IReadOnlyList<ExplanationInput>))]
internal sealed partial class ReturnJson : JsonSerializerContext;
