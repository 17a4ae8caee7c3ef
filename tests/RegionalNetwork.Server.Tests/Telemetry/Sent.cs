namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>A point of a metric.</summary>
/// <param name="Value">Of a histogram the number of measurements.</param>
internal sealed record SentMetric(
    string Name,
    string Unit,
    IReadOnlyDictionary<string, string> Attributes,
    double Value
)
{
    public static IEnumerable<SentMetric> Read(byte[] body) =>
        from metric in WireMessage.Read(body).At(1, 2, 2)
        from point in metric
            .At(5, 1)
            .Concat(metric.At(7, 1))
            .Select(point => (point, 7, ValueOf(point)))
            .Concat(metric.At(9, 1).Select(point => (point, 9, (double)point.Number(4))))
        select new SentMetric(metric.Text(1), metric.Text(3), point.Item1.Attributes(point.Item2), point.Item3);

    public bool Is(string name, params ReadOnlySpan<(string Key, string Value)> attributes)
    {
        if (Name != name)
        {
            return false;
        }

        foreach (var (key, value) in attributes)
        {
            if (!Attributes.TryGetValue(key, out var mine) || mine != value)
            {
                return false;
            }
        }

        return true;
    }

    private static double ValueOf(WireMessage point) =>
        point.Has(4) ? BitConverter.UInt64BitsToDouble(point.Number(4)) : (long)point.Number(6);
}

internal sealed record SentSpan(
    string Name,
    string Trace,
    string Id,
    string Parent,
    IReadOnlyDictionary<string, string> Attributes
)
{
    public static IEnumerable<SentSpan> Read(byte[] body) =>
        from span in WireMessage.Read(body).At(1, 2, 2)
        select new SentSpan(span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4), span.Attributes(9));
}

/// <summary>A line of the log.</summary>
internal sealed record SentLine(string Body, IReadOnlyDictionary<string, string> Attributes)
{
    public static IEnumerable<SentLine> Read(byte[] body) =>
        from line in WireMessage.Read(body).At(1, 2, 2)
        select new SentLine(line.At(5).First().Text(1), line.Attributes(6));
}
