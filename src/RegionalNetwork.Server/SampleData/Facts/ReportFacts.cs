using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>What <c>reports.json</c> holds: published reports and the figures that they state.</summary>
internal sealed record ReportFacts(IReadOnlyList<ReportFact> Reports);

/// <param name="ShortTitle">As the other files cite it.</param>
/// <param name="FullTitle">As printed on the report.</param>
internal sealed record ReportFact(
    string Id,
    string ShortTitle,
    string FullTitle,
    string? Council,
    IReadOnlyList<StatementFact> Statements
);

/// <summary>As <see cref="StatedFigure"/>; what a statement does not have is left out of the file.</summary>
internal sealed record StatementFact(
    string Id,
    string Area,
    string? Council,
    ServiceScope Scope,
    string Measure,
    string Period,
    StatedQualifier Qualifier,
    string Unit,
    string Reference,
    decimal? Value = null,
    string? Grade = null,
    decimal? Numerator = null,
    decimal? Denominator = null,
    StatedQualifier DenominatorQualifier = StatedQualifier.Exact,
    string? Note = null
);
