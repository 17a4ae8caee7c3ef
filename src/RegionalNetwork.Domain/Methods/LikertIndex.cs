namespace RegionalNetwork.Domain.Methods;

/// <summary>Answers on a five-point scale of agreement as two numbers.</summary>
/// <param name="Responses">Those who answered; "don't know" is not among them.</param>
/// <param name="Index">0, all strongly disagree, to 100, all strongly agree, in steps of 25; null without answers.</param>
/// <param name="AgreePercentage">Agree and strongly agree, per hundred answers; null without answers.</param>
public readonly record struct LikertIndex(int Responses, double? Index, double? AgreePercentage)
{
    private const int Points = 5;
    private const double Step = 25;

    /// <param name="counts">Five: strongly disagree, disagree, neither, agree, strongly agree.</param>
    /// <exception cref="ArgumentException">There are not five, or one is below zero.</exception>
    public static LikertIndex Of(ReadOnlySpan<int> counts)
    {
        if (counts.Length != Points)
        {
            throw new ArgumentException($"The scale has {Points} points.", nameof(counts));
        }
        var (responses, score) = (0, 0.0);
        for (var point = 0; point < Points; point++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[point], nameof(counts));
            responses += counts[point];
            score += Step * point * counts[point];
        }
        if (responses == 0)
        {
            return default;
        }
        return new LikertIndex(responses, score / responses, 100.0 * (counts[3] + counts[4]) / responses);
    }
}
