namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Collects what is wrong, up to a limit: past it nobody reads on.</summary>
internal sealed class FaultList
{
    private readonly List<ReturnFault> _faults = [];

    public bool Any => _faults.Count > 0;

    /// <summary>Faults of the whole table first, then in order of row; those of a row as they were found.</summary>
    public IReadOnlyList<ReturnFault> All => [.. _faults.OrderBy(fault => fault.Row ?? 0)];

    public void Add(string code, int? row, string? column, string? value, string message)
    {
        if (_faults.Count < Limits.FaultsPerReturn)
        {
            var shown = value is null ? null : CellText.Shown(value);
            _faults.Add(new ReturnFault(code, row, column is null ? null : CellText.Shown(column), shown, message));
        }
    }

    /// <summary>A text that is no figure and no name known here: never shown where it may be about a person.</summary>
    /// <returns>False where the text is a formula or somebody's data, which is a fault already.</returns>
    public bool IsPlain(string text, int? row, string? column)
    {
        if (Kernel.PersonalData.In(text) is { } what)
        {
            Add(
                ReturnFaultCodes.PersonalData,
                row,
                column,
                null,
                $"Take out what looks like {what}. A return holds totals, nothing about one person."
            );
            return false;
        }

        if (CellText.IsFormula(text))
        {
            Add(
                ReturnFaultCodes.CellFormula,
                row,
                column,
                text,
                "A spreadsheet would run this as a formula. Write the figure or the name itself."
            );
            return false;
        }

        return true;
    }
}
