namespace RegionalNetwork.Domain.Methods;

/// <summary>
/// How far councils are from one council in what they are like: Euclidean distance over variables that each have mean 0 and standard
/// deviation 1, as CIPFA's nearest neighbours are found. Published neighbour sets are stored, not computed: this is for sets of
/// one's own.
/// </summary>
public static class StandardisedDistance
{
    /// <summary>A variable that does not vary tells nobody apart and counts nothing.</summary>
    /// <param name="values">All variables of the first council, then of the next; no value missing.</param>
    /// <param name="variables">How many there are for each council.</param>
    /// <param name="subject">Position of the council to measure from.</param>
    /// <param name="distances">Filled: one for each council, that of the subject 0. In standard deviations of the sample.</param>
    /// <exception cref="ArgumentException">The lengths do not agree, or there are fewer than two councils.</exception>
    public static void From(int subject, ReadOnlySpan<double> values, int variables, Span<double> distances)
    {
        var councils = distances.Length;
        if (councils < 2 || values.Length != (long)councils * variables)
        {
            throw new ArgumentException("It takes two councils or more, each with all variables.", nameof(values));
        }
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)subject, (uint)councils, nameof(subject));
        distances.Clear();
        for (var variable = 0; variable < variables; variable++)
        {
            var variance = SampleVariance(values, variable, variables, councils);
            if (variance == 0)
            {
                continue;
            }
            var own = values[(subject * variables) + variable];
            for (var council = 0; council < councils; council++)
            {
                var apart = values[(council * variables) + variable] - own;
                distances[council] += apart * apart / variance;
            }
        }
        foreach (ref var distance in distances)
        {
            distance = Math.Sqrt(distance);
        }
    }

    /// <summary>Scales distances so that the farthest is 1. Distances that are all 0 stay so.</summary>
    public static void RebaseToFarthest(Span<double> distances)
    {
        var farthest = 0.0;
        foreach (var distance in distances)
        {
            farthest = Math.Max(farthest, distance);
        }
        if (farthest == 0)
        {
            return;
        }
        foreach (ref var distance in distances)
        {
            distance /= farthest;
        }
    }

    private static double SampleVariance(ReadOnlySpan<double> values, int variable, int variables, int councils)
    {
        var sum = 0.0;
        for (var at = variable; at < values.Length; at += variables)
        {
            sum += values[at];
        }
        var mean = sum / councils;
        var squares = 0.0;
        for (var at = variable; at < values.Length; at += variables)
        {
            squares += (values[at] - mean) * (values[at] - mean);
        }
        return squares / (councils - 1);
    }
}
