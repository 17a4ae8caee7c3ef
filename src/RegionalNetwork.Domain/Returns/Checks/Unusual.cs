using System.Globalization;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Finds what may be right but is to be explained: swings since the last return, and definitions that changed since.</summary>
internal static class Unusual
{
    /// <param name="prior">What was approved for the period before; null for nothing: then nothing is unusual.</param>
    public static IReadOnlyList<ReturnWarning> Find(
        ReturnCollection collection,
        ReturnPeriod period,
        ReturnFigures figures,
        ReturnContent? prior
    ) =>
        prior is null
            ? []
            :
            [
                .. Definitions(collection, period)
                    .Concat(Swings(collection, figures, prior.Figures))
                    .Take(Limits.WarningsPerReturn),
            ];

    private static IEnumerable<ReturnWarning> Definitions(ReturnCollection collection, ReturnPeriod period)
    {
        var before = period.Before(collection).TimePeriod;
        return collection
            .DefinitionChanges.Where(change =>
                string.CompareOrdinal(before, change.From) < 0
                && string.CompareOrdinal(change.From, period.TimePeriod) <= 0
            )
            .SelectMany(change =>
                change.Fields.Select(field => new ReturnWarning(
                    ReturnFaultCodes.DefinitionChanged,
                    field,
                    collection.TotalRow,
                    $"The definition has changed since your last return: {change.Sentence} Say whether your figures follow it."
                ))
            );
    }

    private static IEnumerable<ReturnWarning> Swings(
        ReturnCollection collection,
        ReturnFigures figures,
        ReturnFigures before
    )
    {
        foreach (var item in collection.Items)
        {
            foreach (var field in collection.Fields)
            {
                if (
                    field.SwingPercent is { } most
                    && figures.Find(item, field.Name)?.Summand is { } now
                    && before.Find(item, field.Name)?.Summand is { } then
                    && IsSwing(field, then, now, most)
                )
                {
                    yield return new ReturnWarning(
                        ReturnFaultCodes.Swing,
                        field.Name,
                        item,
                        Sentence(collection, field, item, then, now)
                    );
                }
            }
        }
    }

    private static bool IsSwing(ReturnField field, decimal then, decimal now, int most) =>
        Math.Abs(now - then) * 100m > then * most
        && (
            field.Kind is not (ReturnFieldKind.Count or ReturnFieldKind.Fte)
            || Math.Abs(now - then) >= Limits.SwingPeopleMin
        );

    private static string Sentence(
        ReturnCollection collection,
        ReturnField field,
        string item,
        decimal then,
        decimal now
    )
    {
        var of = item == collection.TotalRow ? "" : $" of {item}";
        var change =
            then == 0
                ? $"was 0 last time and is {Number(now)} now"
                : $"was {Number(then)} last time and is {Number(now)} now, {(now > then ? "up" : "down")} {Math.Round(Math.Abs(now - then) * 100m / then)}%";
        return $"{field.Name}{of} {change}.";
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
