using System.Globalization;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Finds what may be right but is to be explained: swings since the last return, and definitions that changed since.</summary>
internal static class Unusual
{
    /// <param name="prior">What was approved for the period before; null for nothing: then nothing is unusual.</param>
    public static IReadOnlyList<ReturnWarning> Find(
        ReturnCollection collection,
        ReturnFigures figures,
        ReturnContent? prior
    ) =>
        prior is null
            ? []
            :
            [
                .. Definitions(collection, prior)
                    .Concat(Swings(collection, figures, prior.Figures))
                    .Take(Limits.WarningsPerReturn),
            ];

    private static IEnumerable<ReturnWarning> Definitions(ReturnCollection collection, ReturnContent prior)
    {
        if (prior.Version == collection.Version)
        {
            return [];
        }

        var changes = collection.DefinitionChanges;
        var known = changes.ToList().FindLastIndex(change => change.Version == prior.Version);
        return changes
            .Skip(known + 1)
            .SelectMany(change =>
                (change.Fields.Count > 0 ? change.Fields : [collection.Fields[0].Name]).Select(
                    field => new ReturnWarning(
                        ReturnFaultCodes.DefinitionChanged,
                        field,
                        ReturnCollection.TotalItem,
                        $"The definition has changed since your last return: {change.Sentence} Say whether your figures follow it."
                    )
                )
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
                        Sentence(field, item, then, now)
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

    private static string Sentence(ReturnField field, string item, decimal then, decimal now)
    {
        var of = item == ReturnCollection.TotalItem ? "" : $" of {item}";
        var change =
            then == 0
                ? $"was 0 last time and is {Number(now)} now"
                : $"was {Number(then)} last time and is {Number(now)} now, {(now > then ? "up" : "down")} {Math.Round(Math.Abs(now - then) * 100m / then)}%";
        return $"{field.Name}{of} {change}.";
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
