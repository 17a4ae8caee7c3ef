using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>What a data set must hold to, whoever made it: limits, indexes within their lists, unique rows, readable figures.
/// Everything behind the grain relies on it.</summary>
internal static class DataSetRules
{
    public static IEnumerable<Refusal> Check(DataSet data)
    {
        // Sizes first: the later checks are linear in them.
        List<Refusal> sizes = [.. Sizes(data)];
        return sizes.Count > 0
            ? sizes
            : Names(data).Concat(DataSetIndexRules.Check(data)).Concat(Figures(data)).Take(Limits.RefusalsPerDataSet);
    }

    private static IEnumerable<Refusal> Sizes(DataSet data)
    {
        (string What, string Path, int Count, int Limit)[] lists =
        [
            ("periods", "periods", data.Periods.Count, Limits.PeriodsPerVintage),
            ("areas", "areas", data.Areas.Count, Limits.AreasPerVintage),
            ("combinations of filter items", "slices", data.Slices.Count, Limits.SlicesPerVintage),
            ("indicators", "indicators", data.Indicators.Count, Limits.IndicatorsPerVintage),
            ("rows", "rows", data.Rows.Count, Limits.FiguresPerVintage),
        ];
        foreach (var (what, path, count, limit) in lists)
        {
            if (count == 0)
            {
                yield return PublicationRefusals.Empty(what, path);
            }
            else if (count > limit)
            {
                yield return PublicationRefusals.TooMany(what, count, limit, path);
            }
        }
        if (data.Dimensions.Count > Limits.DimensionsPerVintage)
        {
            yield return PublicationRefusals.TooMany(
                "filters",
                data.Dimensions.Count,
                Limits.DimensionsPerVintage,
                "dimensions"
            );
        }
        var figures = (long)data.Rows.Count * data.Indicators.Count;
        if (figures > Limits.FiguresPerVintage)
        {
            yield return PublicationRefusals.TooMany("figures", figures, Limits.FiguresPerVintage, "rows");
        }
        if (data.Texts.Count > Limits.TextsPerVintage)
        {
            yield return PublicationRefusals.TooMany(
                "different figures",
                data.Texts.Count,
                Limits.TextsPerVintage,
                "texts"
            );
        }
        if (data.Texts.Count > figures)
        {
            yield return PublicationRefusals.Inconsistent(
                "Keep each distinct text once: there are more than cells.",
                "texts"
            );
        }
    }

    private static IEnumerable<Refusal> Names(DataSet data)
    {
        var named = data
            .Periods.Select(period => (period.Code, Path: "periods"))
            .Concat(data.Areas.Select(area => (area.Code, "areas")))
            .Concat(data.Areas.Select(area => (area.Name, "areas")))
            .Concat(data.Dimensions.Select(dimension => (dimension.Column, "dimensions")))
            .Concat(data.Dimensions.SelectMany(dimension => dimension.Items).Select(item => (item, "dimensions")))
            .Concat(data.Indicators.Select(indicator => (indicator.Column, "indicators")))
            .Concat(data.Indicators.Select(indicator => (indicator.Label, "indicators")));
        foreach (var (name, path) in named.Distinct())
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                yield return CommonRefusals.TextRequired(path);
            }
            else if (FreeText.Line(name, Limits.DataSetNameCharacters, path).Fault is { } fault)
            {
                yield return fault;
            }
        }
        foreach (
            var (repeated, path) in Repeated(data.Periods.Select(period => period.Code), "periods")
                .Concat(Repeated(data.Areas.Select(area => area.Code), "areas"))
                .Concat(Repeated(data.Indicators.Select(indicator => indicator.Column), "indicators"))
        )
        {
            yield return PublicationRefusals.Inconsistent($"Use \"{repeated}\" once only in {path}.", path);
        }
    }

    private static IEnumerable<(string Name, string Path)> Repeated(IEnumerable<string> names, string path) =>
        names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .Select(group => (group.Key, path));

    private static IEnumerable<Refusal> Figures(DataSet data)
    {
        foreach (var text in data.Texts)
        {
            if (FigureText.Parse(text) is { IsFault: true } reading)
            {
                yield return PublicationRefusals.FigureNotReadable(text, reading.Fault);
            }
        }
    }
}
