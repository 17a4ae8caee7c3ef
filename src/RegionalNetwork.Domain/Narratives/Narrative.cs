using System.Collections.Immutable;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Narratives;

/// <summary>What a council says of its own figure of one indicator and period: why it is as it is, and what is done about it.</summary>
/// <param name="Indicator">Code: <c>CSW-02</c>.</param>
/// <param name="Period">Code: <c>2023</c>.</param>
/// <param name="Since">The day from which it is shown to its audience.</param>
public sealed record Narrative(string Indicator, string Period, string Text, Audience Audience, DateOnly Since);

/// <summary>Written, or written anew in place of what was there.</summary>
/// <param name="By">Code of the person or system; never a name.</param>
public sealed record NarrativeWritten(
    string Indicator,
    string Period,
    string Text,
    Audience Audience,
    DateOnly On,
    string By
) : ICouncilEvent;

/// <summary>One council's narratives, the latest for each indicator and period. Immutable.</summary>
public sealed record NarrativeBook(ImmutableSortedDictionary<string, Narrative> ByKey)
{
    public static NarrativeBook Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, Narrative>(StringComparer.Ordinal));

    public Narrative? Find(string indicator, string period) => ByKey.GetValueOrDefault(KeyOf(indicator, period));

    internal NarrativeBook Apply(NarrativeWritten written)
    {
        var before = Find(written.Indicator, written.Period);
        // A new wording for the same audience is for the same people: the day stays.
        var since = before?.Audience == written.Audience ? before.Since : written.On;
        var narrative = new Narrative(written.Indicator, written.Period, written.Text, written.Audience, since);
        return new NarrativeBook(ByKey.SetItem(KeyOf(written.Indicator, written.Period), narrative));
    }

    /// <summary>Codes have no blanks.</summary>
    private static string KeyOf(string indicator, string period) => $"{indicator} {period}";
}
