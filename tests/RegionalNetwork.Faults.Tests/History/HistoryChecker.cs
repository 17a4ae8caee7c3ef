namespace RegionalNetwork.Faults.Tests.History;

/// <summary>
/// Judges a history in the manner of Jepsen: https://jepsen.io/consistency/models/strong-serializable. It is easier here than in
/// general, because the journal gives every write its place: it only has to be shown that this one order explains everything that
/// clients saw.
/// </summary>
internal static class HistoryChecker
{
    /// <summary>Every violation of every promise; none for a good history.</summary>
    public static IReadOnlyList<Violation> Check(RecordedHistory history) =>
        [
            .. JournalChecks.PositionsHaveNoGaps(history),
            .. JournalChecks.VersionsHaveNoGaps(history),
            .. JournalChecks.GrainsLiveOnce(history),
            .. JournalChecks.NothingIsThereThatNobodyWrote(history),
            .. WriteChecks.NothingAcknowledgedIsLost(history),
            .. WriteChecks.NothingIsThereTwice(history),
            .. WriteChecks.NothingRefusedIsThere(history),
            .. WriteChecks.RefusalsHaveAReason(history),
            .. OrderChecks.OrderIsThatOfTime(history),
            .. ReadingChecks.ReadingsShowTheirPosition(history),
            .. ReadingChecks.PositionsNeverGoBack(history),
            .. ReadingChecks.OwnWritesAreRead(history),
        ];
}
