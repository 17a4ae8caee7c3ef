using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Rows;

/// <summary>What the standard recommends and no figure depends on. Warnings only.</summary>
internal static class Advisories
{
    private const int ItemCharactersAdvised = 120;

    private static readonly HashSet<string> EthnicGroups = new(StringComparer.OrdinalIgnoreCase)
    {
        "White",
        "Mixed / Multiple ethnic groups",
        "Asian / Asian British",
        "Black / African / Caribbean / Black British",
        "Other ethnic group",
        "Unknown",
        "Total",
    };

    public static void Check(IReadOnlyList<Dimension> dimensions, IReadOnlyList<AreaReference> areas, FaultLog log)
    {
        foreach (var dimension in dimensions)
        {
            CheckItems(dimension, log);
        }

        if (
            areas.Any(area => area.Level == AreaLevel.LocalAuthority)
            && !areas.Any(area => area.Level == AreaLevel.Regional)
        )
        {
            Warn(
                ImportFaultCodes.RegionRowsAbsent,
                StandardColumns.GeographicLevel,
                null,
                "The file has councils but no regions. Regions will be computed; publish them to compare."
            );
        }

        void Warn(string code, string column, string? value, string message) =>
            log.Add(Finding.Warning(code, column, value, message));
    }

    private static void CheckItems(Dimension dimension, FaultLog log)
    {
        if (dimension.Items.Count == 1)
        {
            Warn(
                ImportFaultCodes.FilterOneItem,
                dimension.Items[0],
                "The filter has one item. The standard leaves it out."
            );
        }
        else if (!dimension.Items.Contains("Total"))
        {
            Warn(
                ImportFaultCodes.FilterNoTotal,
                null,
                "The filter has no item Total. Give the sum of its items that name."
            );
        }

        foreach (var group in dimension.Items.GroupBy(item => item, StringComparer.OrdinalIgnoreCase))
        {
            if (group.Skip(1).Any())
            {
                Warn(
                    ImportFaultCodes.FilterItemsDifferByCase,
                    group.Key,
                    "Two items differ in capital letters only and were kept apart. Write them alike if they are the same."
                );
            }
        }

        foreach (var item in dimension.Items.Where(item => item.Length > ItemCharactersAdvised))
        {
            Warn(ImportFaultCodes.TextTooLong, item, $"Keep filter items to {ItemCharactersAdvised} characters.");
        }

        if (StandardColumns.Normal(dimension.Column) == "ethnicity_major")
        {
            foreach (var item in dimension.Items.Where(item => !EthnicGroups.Contains(item)))
            {
                Warn(
                    ImportFaultCodes.EthnicityNotStandard,
                    item,
                    "This is not one of the standard’s major ethnic groups."
                );
            }
        }

        void Warn(string code, string? value, string message) =>
            log.Add(Finding.Warning(code, dimension.Column, value, message));
    }
}
