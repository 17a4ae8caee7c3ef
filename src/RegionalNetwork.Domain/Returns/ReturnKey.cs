using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns;

/// <summary>Which return: whose, of what and of when. Its text is the key of the stream.</summary>
/// <param name="Period">Code of the period.</param>
public sealed record ReturnKey(string Collection, string Period, ReturnUnit Unit)
{
    private const char Separator = '.';

    public static ReturnKey? Find(string text) =>
        text.Split(Separator) is [{ Length: > 0 } collection, { Length: > 0 } period, var unit]
        && ReturnUnit.Find(unit) is { } found
        && found.Key == unit
            ? new ReturnKey(collection, period, found)
            : null;

    public override string ToString() => $"{Collection}{Separator}{Period}{Separator}{Unit.Key}";
}
