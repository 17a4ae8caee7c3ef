using RegionalNetwork.GraphQL.Tests.Conformance;
using RegionalNetwork.GraphQL.Tests.Differential;
using RegionalNetwork.GraphQL.Tests.Validation;

namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>The reference's cases that the engine answers differently on purpose, as the conformance tests know them.</summary>
internal static class DeviationsTable
{
    public static IEnumerable<string> Lines()
    {
        string[] head = ["| Cases | Why the answer differs |", "|---|---|"];
        var byReason = Deviations
            .Reasons.Concat(ValidationDeviations.Reasons)
            .GroupBy(deviation => deviation.Value, deviation => deviation.Key);
        var leftOut = ValidationDeviations.LeftOutRules.Select(rule =>
            $"| all of `{rule.Key}` | Left out: {rule.Value}. |"
        );
        var ofGenerated = DifferentialDeviations
            .All.Select(deviation => (deviation.Title, deviation.Reason))
            .Concat(DifferentialDeviations.NotCompared)
            .Select(deviation => $"| generated: {deviation.Title} | {deviation.Reason} |");
        return head.Concat(byReason.Select(cases => $"| {string.Join(", ", cases)} | {cases.Key} |"))
            .Concat(leftOut)
            .Concat(ofGenerated);
    }
}
