using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Exports;

/// <summary>A vintage of a publication, cell by cell as it was imported.</summary>
internal static class VintageTable
{
    public static ExportTable Of(Vintage vintage) =>
        new(
            $"{vintage.Publication}-v{vintage.Number}",
            [
                .. vintage.Dimensions.Select(dimension => ExportColumn.Filter(dimension.Column, dimension.Label)),
                .. vintage.Indicators.Select(indicator => new ExportColumn(
                    indicator.Column,
                    false,
                    indicator.Label,
                    indicator.Group,
                    indicator.Unit,
                    indicator.DecimalPlaces
                )),
            ],
            vintage.Rows.Count,
            RowsOf(vintage)
        );

    private static IEnumerable<ExportRow> RowsOf(Vintage vintage)
    {
        ExportPlace[] places = [.. vintage.Areas.Select(ExportPlace.Of)];
        for (var row = 0; row < vintage.Rows.Count; row++)
        {
            var key = vintage.Rows[row];
            var items = vintage.Slices[key.Slice].Items;
            var cells = new string[items.Count + vintage.Indicators.Count];
            for (var dimension = 0; dimension < items.Count; dimension++)
            {
                cells[dimension] = vintage.Dimensions[dimension].Items[items[dimension]];
            }

            for (var indicator = 0; indicator < vintage.Indicators.Count; indicator++)
            {
                cells[items.Count + indicator] = vintage.FigureAt(row, indicator).Text;
            }

            yield return new ExportRow(ExportTime.Of(vintage.Periods[key.Period]), places[key.Area], cells);
        }
    }
}
