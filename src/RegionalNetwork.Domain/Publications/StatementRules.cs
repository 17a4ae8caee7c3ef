using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>What every statement of a report must hold to.</summary>
internal static class StatementRules
{
    public static IEnumerable<Refusal> Check(IReadOnlyList<StatedFigure> statements)
    {
        if (statements.Count is 0 or > Limits.StatementsPerReport)
        {
            return [CountRefusal];
        }
        var seen = new HashSet<string>();
        return statements
            .SelectMany((statement, index) => Faults(statement, index, seen))
            .Take(Limits.RefusalsPerDataSet);
    }

    private static Refusal CountRefusal { get; } =
        new("STATEMENT_COUNT", $"Give between 1 and {Limits.StatementsPerReport} statements.", "statements");

    private static IEnumerable<Refusal> Faults(StatedFigure statement, int index, HashSet<string> seen)
    {
        (string Field, string Text)[] texts =
        [
            ("id", statement.Id),
            ("area", statement.Area),
            ("measure", statement.Measure),
            ("period", statement.Period),
            ("unit", statement.Unit),
            ("reference", statement.Reference),
        ];
        foreach (var (field, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return PublicationRefusals.Statement($"fill in the {field}.", index, field);
            }
            else if (text.Length > Limits.StatementTextCharacters)
            {
                yield return PublicationRefusals.Statement(
                    $"shorten the {field} to at most {Limits.StatementTextCharacters} characters.",
                    index,
                    field
                );
            }
        }
        if (!seen.Add(statement.Id))
        {
            yield return PublicationRefusals.Statement(
                $"choose another id, \"{statement.Id}\" stands already for another statement.",
                index,
                "id"
            );
        }
        if (statement.Denominator is <= 0)
        {
            yield return PublicationRefusals.Statement("give a denominator above zero, or none.", index, "denominator");
        }
    }
}
