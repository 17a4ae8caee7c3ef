using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Faults.Tests.History;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>Judges what a hub holds against what its member released.</summary>
internal static class FederationChecker
{
    /// <summary>Every violation of every promise; none for a good history.</summary>
    public static IReadOnlyList<Violation> Check(FederationHistory history) =>
        [
            .. EveryMessageIsCountedOnceAndInOrder(history),
            .. EveryMessageHappensOnceAndInOrder(history),
            .. NothingAcknowledgedIsLost(history),
            .. NothingUnreleasedIsThere(history),
            .. VintagesComeInOrder(history),
            .. BothShowTheSame(history),
        ];

    private static IEnumerable<Violation> EveryMessageIsCountedOnceAndInOrder(FederationHistory history)
    {
        const string check = "Every message is counted once and in order";
        HubStep[] counted = [.. history.Steps.Where(step => step.Kind is HubStepKind.Taken or HubStepKind.Quarantined)];
        if (!counted.Select(step => step.Message).SequenceEqual(history.Queue.Select(note => note.Number)))
        {
            yield return new Violation(
                check,
                $"{history.Queue.Count} messages were sent; these were counted: {string.Join(' ', counted.Select(c => c.Message))}"
            );
        }

        foreach (var (step, note) in counted.Zip(history.Queue))
        {
            // One that was withdrawn before it was sent is void, and about nothing.
            if (step.Return.Length > 0 && step.Return != note.Return)
            {
                yield return new Violation(check, $"{step} is about another return than {note}");
            }

            if (step.Kind == HubStepKind.Quarantined)
            {
                yield return new Violation(check, $"{step}: what a council may release was refused");
            }
        }
    }

    private static IEnumerable<Violation> EveryMessageHappensOnceAndInOrder(FederationHistory history)
    {
        const string check = "Every message happens once and in order";
        foreach (var foreign in history.Steps.Where(step => step.Kind == HubStepKind.Foreign))
        {
            yield return new Violation(check, $"{foreign}: no message led to it");
        }

        HubStep[] effects = [.. history.Steps.Where(step => step.Kind is HubStepKind.Entered or HubStepKind.Changed)];
        foreach (var twice in effects.GroupBy(step => (step.Message, step.Kind)).Where(group => group.Count() > 1))
        {
            yield return new Violation(check, $"{string.Join(" and ", twice)} are of one message");
        }

        foreach (var (before, after) in history.Steps.Zip(history.Steps.Skip(1)))
        {
            if (before.Message > after.Message)
            {
                yield return new Violation(check, $"{after} comes after {before}");
            }
        }
    }

    private static IEnumerable<Violation> NothingAcknowledgedIsLost(FederationHistory history) =>
        history
            .Acknowledged.Where(figure =>
                !history.AtMember.Any(one =>
                    one.Released is not null && one.Figures.Contains(figure, StringComparison.Ordinal)
                )
            )
            .Select(figure => new Violation("Nothing acknowledged is lost", $"{figure} was released, and is not"));

    private static IEnumerable<Violation> NothingUnreleasedIsThere(FederationHistory history)
    {
        const string check = "Nothing unreleased is there";
        foreach (var vintage in history.AtHub.Where(vintage => Source(history, vintage)?.Released is null))
        {
            yield return new Violation(check, $"{vintage}: its council never released that");
        }

        foreach (var word in history.Canaries.Where(word => history.HubText.Contains(word, StringComparison.Ordinal)))
        {
            yield return new Violation(check, $"'{word}' has left the building");
        }
    }

    private static IEnumerable<Violation> VintagesComeInOrder(FederationHistory history) =>
        from one in history.AtHub.GroupBy(vintage => vintage.Return)
        let sources = one.Select(vintage => Source(history, vintage)?.Number ?? 0).ToArray()
        where sources.Zip(sources.Skip(1)).Any(pair => pair.First >= pair.Second)
        select new Violation(
            "Vintages come in order",
            $"{one.Key} has vintages {string.Join(' ', sources)} of the member's"
        );

    /// <summary>The newest vintage that others may see is the last at the hub; where there is none, nothing stands there.</summary>
    private static IEnumerable<Violation> BothShowTheSame(FederationHistory history)
    {
        foreach (var key in history.AtMember.Concat(history.AtHub).Select(vintage => vintage.Return).Distinct())
        {
            var expected = Standing(history.AtMember, key);
            var found = Standing(history.AtHub, key);
            if ((expected?.Figures, expected?.Released) != (found?.Figures, found?.Released))
            {
                yield return new Violation("Both show the same", $"{key}: the member has {expected}, the hub {found}");
            }
        }
    }

    private static FinalVintage? Standing(IEnumerable<FinalVintage> vintages, string key) =>
        vintages.LastOrDefault(vintage =>
            vintage.Return == key && vintage is { Released: >= ReleaseLevel.Network, IsWithdrawn: false }
        );

    /// <summary>Figures are unique in these tests.</summary>
    private static FinalVintage? Source(FederationHistory history, FinalVintage vintage) =>
        history.AtMember.FirstOrDefault(one => (one.Return, one.Figures) == (vintage.Return, vintage.Figures));
}
