using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>What every statement of a report must hold to.</summary>
internal static class StatementRules
{
    private const string Field = "statements";

    /// <summary>Checks the statements, and gives them back as they are to be kept.</summary>
    public static IReadOnlyList<StatedFigure> Checked(IReadOnlyList<StatedFigure> statements, InputCheck input)
    {
        if (statements.Count is 0 or > Limits.StatementsPerReport)
        {
            input.Add(PublicationRefusals.StatementCount);
            return [];
        }
        var repeated = statements.GroupBy(statement => statement.Id).FirstOrDefault(group => group.Skip(1).Any());
        if (repeated is not null)
        {
            input.Add(PublicationRefusals.StatementIdRepeated(repeated.Key));
        }
        return [.. statements.Select((statement, index) => Checked(statement, $"{index}", input))];
    }

    private static StatedFigure Checked(StatedFigure statement, string index, InputCheck input)
    {
        if (!IsKnown(statement.Scope) || !IsKnown(statement.Qualifier) || !IsKnown(statement.DenominatorQualifier))
        {
            input.Add(CommonRefusals.InvalidValue(Field));
        }
        input.Require(
            statement.Value is null != statement.Grade is null,
            PublicationRefusals.NeitherNumberNorGrade(Field, index)
        );
        input.Require(statement.Denominator is null or > 0, PublicationRefusals.DenominatorNotPositive(Field, index));
        if (statement.Council is { } council)
        {
            input.Add(CouncilCodes.Fault(council, Field, index, "council"));
        }
        return statement with
        {
            Id = Line(statement.Id, "id"),
            Area = Line(statement.Area, "area"),
            Measure = Line(statement.Measure, "measure"),
            Period = Line(statement.Period, "period"),
            Grade = Optional(statement.Grade, "grade"),
            Unit = Line(statement.Unit, "unit"),
            Reference = Line(statement.Reference, "reference"),
            Note = Optional(statement.Note, "note"),
        };

        string Line(string text, string field) => input.Line(text, Limits.StatementTextCharacters, Field, index, field);

        string? Optional(string? text, string field) =>
            input.OptionalLine(text, Limits.StatementTextCharacters, Field, index, field);
    }

    private static bool IsKnown<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.IsDefined(value);
}
