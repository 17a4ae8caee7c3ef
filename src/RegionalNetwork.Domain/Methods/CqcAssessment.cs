using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Methods;

public enum CqcRating
{
    Inadequate,
    RequiresImprovement,
    Good,
    Outstanding,
}

/// <summary>
/// The overall rating of a council's adult social care from its scores for the nine quality statements. Source: Care Quality
/// Commission, <em>How we determine ratings</em> for local authorities.
/// </summary>
/// <param name="Total">Of the nine scores, 9 to 36.</param>
/// <param name="Percentage">Of the highest total, 25 to 100, at full precision.</param>
public readonly record struct CqcAssessment(int Total, double Percentage, CqcRating Rating)
{
    private const int Statements = 9;
    private const int ScoreMax = 4;

    /// <param name="scores">Nine, each from 1 (significant shortfalls) to 4 (exceptional).</param>
    /// <exception cref="ArgumentException">There are not nine, or one is not from 1 to 4.</exception>
    public static CqcAssessment Of(ReadOnlySpan<int> scores)
    {
        if (scores.Length != Statements)
        {
            throw new ArgumentException($"There are {Statements} quality statements.", nameof(scores));
        }
        var total = 0;
        foreach (var score in scores)
        {
            if (score is < 1 or > ScoreMax)
            {
                throw new ArgumentOutOfRangeException(nameof(scores), score, $"A score is from 1 to {ScoreMax}.");
            }
            total += score;
        }
        var percentage = 100.0 * total / (Statements * ScoreMax);
        // The thresholds are published in whole percentages; 14 of 36 (38.9) is the one total between two of them.
        var rating = DisplayNumber.Round(percentage, 0) switch
        {
            >= 88 => CqcRating.Outstanding,
            >= 63 => CqcRating.Good,
            >= 39 => CqcRating.RequiresImprovement,
            _ => CqcRating.Inadequate,
        };
        return new CqcAssessment(total, percentage, rating);
    }
}
