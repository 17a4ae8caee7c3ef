using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.Server.Importing;

/// <summary>Collects what is wrong. Counts every fault, keeps the first ones; keeps each warning once.</summary>
internal sealed class FaultLog(ImportLimits limits)
{
    /// <summary>Longer texts are no misspelling.</summary>
    private const int SuggestionCharactersMax = 64;

    private readonly List<ImportFault> _faults = [];
    private readonly List<ImportFault> _warnings = [];
    private readonly HashSet<(string Code, ImportFile File, string? Column, string? Value)> _warned = [];

    public int FaultCount { get; private set; }

    /// <summary>Further faults are counted and not kept. What only serves their wording need not be computed.</summary>
    public bool IsFull => _faults.Count >= limits.FaultsReportedMax;

    /// <summary>In order of file and row; whole-file faults first.</summary>
    public IReadOnlyList<ImportFault> Faults => InOrder(_faults);

    public IReadOnlyList<ImportFault> Warnings => InOrder(_warnings);

    public void Add(Finding finding) => Add(finding, ImportFile.Data, null);

    public void Add(Finding finding, int row) => Add(finding, ImportFile.Data, row);

    public void Add(Finding finding, ImportFile file, int? row)
    {
        if (finding.IsFault)
        {
            FaultCount++;
            Keep(_faults, limits.FaultsReportedMax, finding, file, row);
        }
        else if (
            _warnings.Count < limits.WarningsReportedMax
            && _warned.Add((finding.Code, file, finding.Column, finding.Value))
        )
        {
            Keep(_warnings, limits.WarningsReportedMax, finding, file, row);
        }
    }

    /// <returns><c> Did you mean “x”?</c>, or nothing when no name is near or nobody would read it.</returns>
    public string Suggest(string text, IEnumerable<string> known) =>
        !IsFull && text.Length <= SuggestionCharactersMax && DidYouMean.Suggest(text, known) is [var nearest, ..]
            ? $" Did you mean “{nearest}”?"
            : "";

    private static void Keep(List<ImportFault> kept, int max, Finding finding, ImportFile file, int? row)
    {
        if (kept.Count < max)
        {
            kept.Add(new(finding.Severity, finding.Code, file, row, finding.Column, finding.Value, finding.Message));
        }
    }

    private static List<ImportFault> InOrder(List<ImportFault> found) =>
        [.. found.OrderBy(fault => fault.File).ThenBy(fault => fault.Row ?? 0)];
}
