using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>D9: two rolling or cumulative figures, one after the other, tell what came between them.</summary>
public static class TimeDifference
{
    /// <summary>What the period that joined must have had.</summary>
    /// <param name="dropped">What the period that left the window had; 0 for a cumulative figure.</param>
    public static double Increment(double before, double after, double dropped) => after - before + dropped;

    /// <summary>Whether the later figure may be shown, judged by its increment and not by itself (D1).</summary>
    /// <param name="people">Of the group that is counted in.</param>
    public static bool Hides(Sensitivity sensitivity, double before, double after, double dropped, double people) =>
        PrimaryRule.HidesCount(sensitivity, Math.Abs(Increment(before, after, dropped)), people);
}
