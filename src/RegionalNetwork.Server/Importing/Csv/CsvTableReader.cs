using System.Text;
using CsvHelper;

namespace RegionalNetwork.Server.Importing.Csv;

/// <summary>
/// Reads CSV strictly: comma, double quote, LF or CRLF, every row as long as the heading. Reports what breaks these rules
/// and goes on with the next line, so that one reading finds all of it.
/// </summary>
internal sealed class CsvTableReader(FaultLog log, ImportFile file, ImportLimits limits)
{
    private readonly TextPool _texts = new();
    private readonly List<int> _lines = [];
    private readonly List<int> _cells = [];
    private readonly List<int> _emptyLines = [];
    private List<string>? _header;
    private bool _isHeaderMalformed;

    /// <returns>Null when there is no usable heading.</returns>
    public CsvTable? Read(ReadOnlyMemory<byte> utf8)
    {
        using var reader = CsvReader.Create(utf8, Options());
        while (reader.Read())
        {
            if (_header is null)
            {
                // A malformed heading was skipped: what follows is no heading.
                if (_isHeaderMalformed || !ReadHeader(reader))
                {
                    return null;
                }
            }
            else if (!ReadRow(reader))
            {
                break;
            }
        }

        foreach (var line in _emptyLines)
        {
            Report(
                Finding.Warning(
                    ImportFaultCodes.RowEmpty,
                    null,
                    null,
                    "Empty lines at the end of the file are ignored."
                ),
                line
            );
        }

        return _header is null ? null : new CsvTable(_header, _lines, _cells, _texts);
    }

    private CsvReaderOptions Options() =>
        new()
        {
            HasHeader = false,
            Separator = ',',
            SkipEmptyLines = false,
            TrimWhitespace = false,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            PoolStrings = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = Malformed,
        };

    private void Malformed(CsvMalformedRecord record)
    {
        _isHeaderMalformed |= _header is null;
        Report(
            Finding.Fault(ImportFaultCodes.QuotesMalformed, null, null, QuoteAdvice(record.Reason)),
            record.LineNumber
        );
    }

    private static string QuoteAdvice(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes =>
                "A quotation mark opens here and is not closed on the same line. Close it, and take line breaks out of the cell.",
            CsvMalformedReason.TextAfterClosingQuote =>
                "Text follows a closing quotation mark. Quote the whole cell, and double each quotation mark inside it.",
            _ =>
                "A quotation mark stands inside a cell that is not quoted. Quote the whole cell and double the mark inside it.",
        };

    private bool ReadHeader(CsvReader reader)
    {
        _header = [];
        // Counted before anything is made of them: ten million commas are a small file.
        if (reader.FieldCount > limits.ColumnsMax)
        {
            Report(
                Finding.Fault(
                    ImportFaultCodes.ColumnsTooMany,
                    null,
                    null,
                    $"The file has {reader.FieldCount} columns; at most {limits.ColumnsMax} can be imported. Split the file."
                ),
                1
            );
            return false;
        }

        for (var column = 0; column < reader.FieldCount; column++)
        {
            _header.Add(Encoding.UTF8.GetString(Trim(reader.GetSpan(column))));
        }

        if (_header.Count == 1 && _header[0].IndexOfAny([';', '\t', '|']) >= 0)
        {
            Report(
                Finding.Fault(
                    ImportFaultCodes.SeparatorNotComma,
                    null,
                    null,
                    "The columns are not separated by commas. Save the file as “CSV UTF-8 (comma delimited)”."
                ),
                1
            );
            return false;
        }

        return true;
    }

    /// <returns>False when the file has more than a limit allows.</returns>
    private bool ReadRow(CsvReader reader)
    {
        var line = (int)reader.LineNumber;
        if (IsEmpty(reader))
        {
            ReadEmptyRow(reader, line);
            return true;
        }

        ReportEmptyLinesBetween();
        if (reader.FieldCount != _header!.Count)
        {
            Report(
                Finding.Fault(
                    ImportFaultCodes.RowWrongLength,
                    null,
                    null,
                    $"The row has {reader.FieldCount} cells and the heading has {_header.Count}. Complete the row; "
                        + "quote a cell that contains a comma."
                ),
                line
            );
            return true;
        }

        if (_lines.Count >= limits.RowsMax || _cells.Count + _header.Count > limits.CellsMax)
        {
            Report(
                Finding.Fault(
                    ImportFaultCodes.RowsTooMany,
                    null,
                    null,
                    $"The file has more than {limits.RowsMax:N0} rows or {limits.CellsMax:N0} cells. Split it and import the parts."
                ),
                line
            );
            return false;
        }

        for (var column = 0; column < _header.Count; column++)
        {
            _cells.Add(Intern(reader.GetSpan(column), column, line));
        }

        _lines.Add(line);
        return true;
    }

    private int Intern(ReadOnlySpan<byte> cell, int column, int line)
    {
        var trimmed = Trim(cell);
        var number = _texts.Intern(trimmed);
        if (trimmed.Length != cell.Length && number != TextPool.Empty)
        {
            Report(
                Finding.Warning(
                    ImportFaultCodes.CellBlanksTrimmed,
                    _header![column],
                    null,
                    "Blanks around cells of this column were taken off. Take them off in the file too."
                ),
                line
            );
        }

        // A text has at most as many characters as bytes.
        if (trimmed.Length > limits.CellCharactersMax && _texts[number].Length > limits.CellCharactersMax)
        {
            Report(
                Finding.Fault(
                    ImportFaultCodes.CellTooLong,
                    _header![column],
                    _texts[number],
                    $"The cell has more than {limits.CellCharactersMax} characters. Shorten it; figures files hold no free text."
                ),
                line
            );
        }

        return number;
    }

    private void ReadEmptyRow(CsvReader reader, int line)
    {
        // A line with nothing on it is harmless at the end of the file; a row of commas is not.
        if (reader.FieldCount == 1)
        {
            _emptyLines.Add(line);
        }
        else
        {
            ReportEmptyLinesBetween();
            ReportEmpty(line);
        }
    }

    private void ReportEmptyLinesBetween()
    {
        foreach (var line in _emptyLines)
        {
            ReportEmpty(line);
        }

        _emptyLines.Clear();
    }

    private void ReportEmpty(int line) =>
        Report(Finding.Fault(ImportFaultCodes.RowEmpty, null, null, "The row is empty. Delete it."), line);

    private static bool IsEmpty(CsvReader reader)
    {
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (!Trim(reader.GetSpan(column)).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes off spaces and no-break spaces, not tabs or line breaks: those hide formulas and are refused.</summary>
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        var noBreakSpace = "\u00A0"u8;
        while (true)
        {
            var trimmed = cell.Trim((byte)' ');
            trimmed = trimmed.StartsWith(noBreakSpace) ? trimmed[noBreakSpace.Length..] : trimmed;
            trimmed = trimmed.EndsWith(noBreakSpace) ? trimmed[..^noBreakSpace.Length] : trimmed;
            if (trimmed.Length == cell.Length)
            {
                return cell;
            }

            cell = trimmed;
        }
    }

    private void Report(Finding finding, long line) => log.Add(finding, file, (int)line);
}
