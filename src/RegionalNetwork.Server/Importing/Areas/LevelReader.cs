using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Areas;

/// <summary>Reads <c>geographic_level</c>, and refuses columns of levels below a row's own.</summary>
internal sealed class LevelReader(CsvTable table, ColumnLayout layout, FaultLog log)
{
    private readonly int _column = layout.IndexOf(StandardColumns.GeographicLevel);
    private readonly Dictionary<int, (GeographicLevel? Level, Finding? Finding)> _verdicts = [];
    private readonly Dictionary<GeographicLevel, int> _rows = [];
    private readonly IReadOnlyList<int> _lowerColumns =
    [
        .. GeographicLevels.Others.SelectMany(level => level.Columns).Select(layout.IndexOf).Where(index => index >= 0),
    ];

    /// <summary>How many rows each level has.</summary>
    public IReadOnlyDictionary<GeographicLevel, int> Rows => _rows;

    /// <returns>Null when the row is at fault or the file has no such column.</returns>
    public GeographicLevel? Read(int row)
    {
        if (_column < 0)
        {
            return null;
        }

        var cell = table.Cell(row, _column);
        if (!_verdicts.TryGetValue(cell, out var verdict))
        {
            verdict = Judge(table.Texts[cell]);
            _verdicts.Add(cell, verdict);
        }

        if (verdict.Finding is { } finding)
        {
            log.Add(finding, table.Lines[row]);
        }

        if (verdict.Level is { } level && !_rows.TryAdd(level, 1))
        {
            _rows[level]++;
        }

        return verdict.Level;
    }

    /// <returns>Whether the row fills in a column of a lower level, which is reported.</returns>
    public bool ReportLowerLevels(int row, GeographicLevel level)
    {
        var found = false;
        foreach (var column in _lowerColumns)
        {
            if (table.Cell(row, column) != TextPool.Empty)
            {
                found = true;
                log.Add(
                    Finding.Fault(
                        ImportFaultCodes.AreaOverCompleted,
                        layout.Header[column],
                        table.Text(row, column),
                        $"Leave {layout.Header[column]} blank on rows of level {level.Name}, or correct the level."
                    ),
                    table.Lines[row]
                );
            }
        }

        return found;
    }

    private (GeographicLevel? Level, Finding? Finding) Judge(string text)
    {
        if (text.Length == 0)
        {
            return (
                null,
                Finding.Fault(
                    ImportFaultCodes.LevelBlank,
                    StandardColumns.GeographicLevel,
                    null,
                    "Say what the row is about: National, Regional or Local authority."
                )
            );
        }

        if (GeographicLevels.Find(text) is not { } level)
        {
            return (
                null,
                Finding.Fault(
                    ImportFaultCodes.LevelUnknown,
                    StandardColumns.GeographicLevel,
                    text,
                    "Use a level of the standard: National, Regional or Local authority."
                        + log.Suggest(text, GeographicLevels.Names)
                )
            );
        }

        return (
            level,
            level.Name == text
                ? null
                : Finding.Warning(
                    ImportFaultCodes.LevelSpelling,
                    StandardColumns.GeographicLevel,
                    text,
                    $"This was read as “{level.Name}”. Write it so."
                )
        );
    }
}
