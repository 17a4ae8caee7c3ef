using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.SampleData.Facts;

namespace RegionalNetwork.Server.SampleData;

/// <summary>The figures that reports state.</summary>
internal static class ReportCommands
{
    public static IEnumerable<SampleCommand> Of(FactFile<ReportFacts> file) =>
        file.Facts.Reports.Select(fact => Of(fact, file.ContentHash));

    private static SampleCommand Of(ReportFact fact, string contentHash) =>
        PublicationId.TryParse(fact.Id, out var publication)
            ? SampleCommand.To(
                new RecordStatements(
                    publication,
                    $"{fact.ShortTitle}: {fact.FullTitle}",
                    fact.Council,
                    contentHash,
                    [.. fact.Statements.Select(Of)]
                ),
                fact.Id,
                "record"
            )
            : throw new InvalidOperationException($"{fact.Id} is no identifier of a publication.");

    private static StatedFigure Of(StatementFact fact) =>
        new(
            fact.Id,
            fact.Area,
            fact.Council,
            fact.Scope,
            fact.Measure,
            fact.Period,
            fact.Qualifier,
            fact.Value,
            fact.Grade,
            fact.Unit,
            fact.Numerator,
            fact.Denominator,
            fact.DenominatorQualifier,
            fact.Reference,
            fact.Note
        );
}
