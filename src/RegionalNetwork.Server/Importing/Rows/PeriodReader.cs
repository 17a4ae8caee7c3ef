using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Rows;

/// <summary>Reads <c>time_period</c> and <c>time_identifier</c>. Each distinct pair is judged once.</summary>
internal sealed class PeriodReader(CsvTable table, ColumnLayout layout, FaultLog log)
{
    public const int None = -1;

    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    private readonly int _period = layout.IndexOf(StandardColumns.TimePeriod);
    private readonly int _identifier = layout.IndexOf(StandardColumns.TimeIdentifier);
    private readonly Dictionary<(int Period, int Identifier), Verdict> _verdicts = [];
    private readonly List<Period> _periods = [];
    private TimeIdentifier? _firstIdentifier;

    public IReadOnlyList<Period> Periods => _periods;

    /// <returns>The index of the row's period, or <see cref="None"/>.</returns>
    public int Read(int row)
    {
        var key = (table.Cell(row, _period), table.Cell(row, _identifier));
        if (!_verdicts.TryGetValue(key, out var verdict))
        {
            verdict = Judge(table.Texts[key.Item1], table.Texts[key.Item2]);
            _verdicts.Add(key, verdict);
        }

        foreach (var finding in verdict.Findings)
        {
            log.Add(finding, table.Lines[row]);
        }

        return verdict.Period;
    }

    private Verdict Judge(string period, string text)
    {
        var findings = new List<Finding>();
        var identifier = _identifier < 0 ? null : JudgeIdentifier(text, findings);
        if (_period >= 0 && JudgePeriod(period, identifier) is { } fault)
        {
            findings.Add(fault);
        }

        return identifier is null || _period < 0 || findings.Any(finding => finding.IsFault)
            ? new(None, findings)
            : new(IndexOf(new Period(period, identifier.Name)), findings);
    }

    private TimeIdentifier? JudgeIdentifier(string text, List<Finding> findings)
    {
        if (text.Length == 0)
        {
            findings.Add(
                Fault(
                    ImportFaultCodes.TimeIdentifierBlank,
                    StandardColumns.TimeIdentifier,
                    null,
                    "Say what the time period is, for example Reporting year or Academic year."
                )
            );
            return null;
        }

        if (TimeIdentifiers.Find(text) is not { } identifier)
        {
            findings.Add(
                Fault(
                    ImportFaultCodes.TimeIdentifierUnknown,
                    StandardColumns.TimeIdentifier,
                    text,
                    "Use a time identifier of the standard, for example Reporting year, Academic year or Calendar year."
                        + log.Suggest(text, TimeIdentifiers.Names)
                )
            );
            return null;
        }

        if (identifier.Name != text)
        {
            findings.Add(
                Finding.Warning(
                    ImportFaultCodes.TimeIdentifierSpelling,
                    StandardColumns.TimeIdentifier,
                    text,
                    $"This was read as “{identifier.Name}”. Write it so."
                )
            );
        }

        _firstIdentifier ??= identifier;
        if (identifier != _firstIdentifier)
        {
            findings.Add(
                Fault(
                    ImportFaultCodes.TimeIdentifiersMixed,
                    StandardColumns.TimeIdentifier,
                    text,
                    $"The file begins with “{_firstIdentifier.Name}”. Put rows with another time identifier in a file of their own."
                )
            );
        }

        return identifier;
    }

    private static Finding? JudgePeriod(string period, TimeIdentifier? identifier)
    {
        if (period.Length == 0)
        {
            return Fault(
                ImportFaultCodes.TimePeriodBlank,
                StandardColumns.TimePeriod,
                null,
                "Give the time period in digits: 2024, or 202425 for the year 2024 to 2025."
            );
        }

        var digits = identifier?.Digits ?? (period.Length == 6 ? 6 : 4);
        if (
            period.Length != digits
            || !period.All(char.IsAsciiDigit)
            || int.Parse(period.AsSpan(0, 4)) is not (>= FirstYear and <= LastYear)
        )
        {
            return Fault(
                ImportFaultCodes.TimePeriodInvalid,
                StandardColumns.TimePeriod,
                period,
                digits == 4
                    ? $"{identifier?.Name ?? "The time period"} takes four digits, for example 2024."
                    : $"{identifier?.Name ?? "The time period"} takes six digits: 2024/25 is written 202425."
            );
        }

        return digits == 6 && (int.Parse(period.AsSpan(0, 4)) + 1) % 100 != int.Parse(period.AsSpan(4))
            ? Fault(
                ImportFaultCodes.TimePeriodNotConsecutive,
                StandardColumns.TimePeriod,
                period,
                "The last two digits are the year after the first four: 2024/25 is written 202425."
            )
            : null;
    }

    private int IndexOf(Period period)
    {
        var index = _periods.IndexOf(period);
        if (index < 0)
        {
            index = _periods.Count;
            _periods.Add(period);
        }

        return index;
    }

    private static Finding Fault(string code, string column, string? value, string message) =>
        Finding.Fault(code, column, value, message);

    private sealed record Verdict(int Period, IReadOnlyList<Finding> Findings);
}
