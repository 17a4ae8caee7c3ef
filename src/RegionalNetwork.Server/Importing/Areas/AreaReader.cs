using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Areas;

/// <summary>Reads level and area of each row. Each distinct combination of area cells is judged once.</summary>
internal sealed class AreaReader(CsvTable table, ColumnLayout layout, CouncilRegister register, FaultLog log)
{
    /// <summary>The row is at fault.</summary>
    public const int Faulty = -1;

    /// <summary>The row is valid, and not one that the network holds.</summary>
    public const int NotHeld = -2;

    private readonly AreaJudge _judge = new(layout, register, log);
    private readonly LevelReader _levels = new(table, layout, log);
    private readonly Dictionary<AreaKey, (int Area, AreaVerdict Verdict)> _verdicts = [];
    private readonly Dictionary<(AreaLevel Level, string Code), int> _indexes = [];
    private readonly List<AreaReference> _areas = [];
    private readonly int _countryCode = layout.IndexOf(StandardColumns.CountryCode);
    private readonly int _countryName = layout.IndexOf(StandardColumns.CountryName);
    private readonly int _regionCode = layout.IndexOf(StandardColumns.RegionCode);
    private readonly int _regionName = layout.IndexOf(StandardColumns.RegionName);
    private readonly int _newLaCode = layout.IndexOf(StandardColumns.NewLaCode);
    private readonly int _oldLaCode = layout.IndexOf(StandardColumns.OldLaCode);
    private readonly int _laName = layout.IndexOf(StandardColumns.LaName);

    public IReadOnlyList<AreaReference> Areas => _areas;

    public LevelReader Levels => _levels;

    /// <returns>The index of the row's area, <see cref="Faulty"/> or <see cref="NotHeld"/>.</returns>
    public int Read(int row)
    {
        var level = _levels.Read(row);
        if (level is null)
        {
            return Faulty;
        }

        if (level.Held is not { } held)
        {
            return NotHeld;
        }

        var hasLowerLevels = _levels.ReportLowerLevels(row, level);
        var key = KeyOf(row, held);
        if (!_verdicts.TryGetValue(key, out var known))
        {
            var verdict = _judge.Judge(held, CellsOf(key));
            known = (
                verdict.HasFaults ? Faulty
                : verdict.Area is { } area ? IndexOf(area)
                : NotHeld,
                verdict
            );
            _verdicts.Add(key, known);
        }

        foreach (var finding in known.Verdict.Findings)
        {
            log.Add(finding, table.Lines[row]);
        }

        return ReportTwoNames(row, known.Area, known.Verdict.Area) || hasLowerLevels ? Faulty : known.Area;
    }

    private bool ReportTwoNames(int row, int index, AreaReference? area)
    {
        if (area is null || index < 0 || _areas[index].Name == area.Name)
        {
            return false;
        }

        log.Add(
            Finding.Fault(
                ImportFaultCodes.AreaCodeTwoNames,
                AreaJudge.NameColumn(area.Level),
                area.Name,
                $"Code {area.Code} was named {_areas[index].Name} further up. Use one name for one code."
            ),
            table.Lines[row]
        );
        return true;
    }

    private int IndexOf(AreaReference area)
    {
        if (!_indexes.TryGetValue((area.Level, area.Code), out var index))
        {
            index = _areas.Count;
            _areas.Add(area);
            _indexes.Add((area.Level, area.Code), index);
        }

        return index;
    }

    private AreaKey KeyOf(int row, AreaLevel level) =>
        new(
            level,
            table.Cell(row, _countryCode),
            table.Cell(row, _countryName),
            table.Cell(row, _regionCode),
            table.Cell(row, _regionName),
            table.Cell(row, _newLaCode),
            table.Cell(row, _oldLaCode),
            table.Cell(row, _laName)
        );

    private AreaCells CellsOf(AreaKey key) =>
        new(
            table.Texts[key.CountryCode],
            table.Texts[key.CountryName],
            table.Texts[key.RegionCode],
            table.Texts[key.RegionName],
            table.Texts[key.NewLaCode],
            table.Texts[key.OldLaCode],
            table.Texts[key.LaName]
        );

    /// <summary>The numbers of the texts of the area cells.</summary>
    private readonly record struct AreaKey(
        AreaLevel Level,
        int CountryCode,
        int CountryName,
        int RegionCode,
        int RegionName,
        int NewLaCode,
        int OldLaCode,
        int LaName
    );
}
