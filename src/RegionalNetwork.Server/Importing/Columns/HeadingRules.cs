using System.Text.RegularExpressions;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Columns;

/// <summary>What the heading of a data file must hold to.</summary>
internal static partial class HeadingRules
{
    // The length that the Department for Education's own interface takes.
    private const int NameCharactersAdvised = 50;

    public static void Check(ColumnLayout layout, ImportLimits limits, FaultLog log)
    {
        CheckNames(layout.Header, log);
        foreach (var index in layout.OwnColumns)
        {
            CheckOwnName(layout.Header[index], limits, log);
        }

        if (layout.UsesLevelAlias)
        {
            log.Add(
                Finding.Warning(
                    ImportFaultCodes.ColumnNameAlias,
                    StandardColumns.GeographicLevelAlias,
                    null,
                    $"The column was read as {StandardColumns.GeographicLevel}. Use that name."
                ),
                1
            );
        }

        foreach (var missing in layout.MissingColumns)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.ColumnMissing,
                    missing,
                    null,
                    $"The mandatory column {missing} is missing. A file in the open data standard has "
                        + $"{string.Join(", ", StandardColumns.Mandatory)}."
                        + log.Suggest(missing, layout.OwnColumns.Select(index => layout.Header[index]))
                )
            );
        }
    }

    private static void CheckNames(IReadOnlyList<string> header, FaultLog log)
    {
        var firstByName = new Dictionary<string, int>();
        for (var index = 0; index < header.Count; index++)
        {
            var name = header[index];
            if (name.Length == 0)
            {
                log.Add(
                    Finding.Fault(
                        ImportFaultCodes.ColumnNameBlank,
                        null,
                        null,
                        $"Column {index + 1} has no name. Name it, or delete the column if it is empty."
                    ),
                    1
                );
            }
            else if (!firstByName.TryAdd(StandardColumns.Normal(name), index))
            {
                log.Add(
                    Finding.Fault(
                        ImportFaultCodes.ColumnDuplicate,
                        name,
                        null,
                        $"Columns {firstByName[StandardColumns.Normal(name)] + 1} and {index + 1} have the same name. "
                            + "Rename or delete one."
                    ),
                    1
                );
            }
        }
    }

    private static void CheckOwnName(string name, ImportLimits limits, FaultLog log)
    {
        if (PersonalData.IsColumn(name))
        {
            log.Add(Finding.Fault(ImportFaultCodes.PersonalData, name, null, PersonalData.Advice), 1);
        }
        else if (name.Length > limits.CellCharactersMax)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.CellTooLong,
                    name,
                    null,
                    $"The column name has more than {limits.CellCharactersMax} characters. Shorten it."
                ),
                1
            );
        }
        else if (TextRules.Check(name, name) is { } finding)
        {
            log.Add(finding, 1);
        }
        else if (name.Length > 0 && (name.Length > NameCharactersAdvised || !UsualName().IsMatch(name)))
        {
            log.Add(
                Finding.Warning(
                    ImportFaultCodes.ColumnNameUnusual,
                    name,
                    null,
                    "The standard's column names start with a letter and have lower-case letters, digits and underscores, "
                        + $"at most {NameCharactersAdvised}."
                ),
                1
            );
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex UsualName();
}
