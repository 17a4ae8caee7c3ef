using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Areas;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Rows;

/// <summary>Reads the rows of a data file: when, where, of what, and the figures. Reports every fault on the way.</summary>
internal sealed class RowReader(
    CsvTable table,
    ColumnLayout layout,
    ColumnPlan plan,
    FigureCells figureCells,
    CouncilRegister register,
    ImportLimits limits,
    FaultLog log
)
{
    private readonly PeriodReader _periods = new(table, layout, log);
    private readonly AreaReader _areas = new(table, layout, register, log);
    private readonly SliceReader _slices = new(table, plan, limits, log);
    private readonly FigureReader _figures = new(table, plan, figureCells, log);
    private readonly Dictionary<DataRow, int> _lineByKey = [];
    private readonly List<DataRow> _keys = [];
    private readonly List<int> _rows = [];

    /// <returns>The data set, or null when anything in the file is at fault.</returns>
    public DataSet? Read()
    {
        _figures.Check();
        for (var row = 0; row < table.RowCount; row++)
        {
            ReadRow(row);
        }

        ReportLevels();
        ReportSize();
        if (log.FaultCount > 0)
        {
            return null;
        }

        var cells = _figures.Read(_rows);
        var dimensions = _slices.Dimensions;
        Advisories.Check(dimensions, _areas.Areas, log);
        return new DataSet(
            _periods.Periods,
            _areas.Areas,
            dimensions,
            _slices.Slices,
            _figures.Columns,
            _figures.Texts,
            _keys,
            cells
        );
    }

    private void ReadRow(int row)
    {
        var period = _periods.Read(row);
        var area = _areas.Read(row);
        if (area == AreaReader.NotHeld)
        {
            return;
        }

        var slice = _slices.Read(row);
        if (period == PeriodReader.None || area == AreaReader.Faulty || slice == SliceReader.Faulty)
        {
            return;
        }

        var key = new DataRow(period, area, slice);
        if (!_lineByKey.TryAdd(key, table.Lines[row]))
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.RowDuplicate,
                    null,
                    _areas.Areas[area].Name,
                    $"Row {_lineByKey[key]} has the same period, area and filter items. Keep one of the two"
                        + (plan.IsDeclared ? "." : ", or declare the filter that tells them apart in a metadata file.")
                ),
                table.Lines[row]
            );
            return;
        }

        _keys.Add(key);
        _rows.Add(row);
    }

    private void ReportLevels()
    {
        foreach (var (level, count) in _areas.Levels.Rows)
        {
            foreach (var finding in AreaJudge.MissingColumns(level, layout))
            {
                log.Add(finding);
            }

            if (level.Held is null)
            {
                log.Add(
                    Finding.Warning(
                        ImportFaultCodes.LevelNotHeld,
                        StandardColumns.GeographicLevel,
                        level.Name,
                        $"{count:N0} rows of level {level.Name} were left out: the network holds England, regions and councils."
                    )
                );
            }
        }

        if (_rows.Count == 0 && log.FaultCount == 0)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.RowsNoneHeld,
                    null,
                    null,
                    "No row is about England, a region or a council. Import a file that has such rows."
                )
            );
        }
    }

    private void ReportSize()
    {
        var figures = (long)_rows.Count * plan.Figures.Count;
        if (figures > limits.FiguresMax)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.FiguresTooMany,
                    null,
                    null,
                    $"The file has {figures:N0} figures; at most {limits.FiguresMax:N0} can be imported. Split it."
                )
            );
        }
    }
}
