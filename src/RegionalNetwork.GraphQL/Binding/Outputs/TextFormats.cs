namespace RegionalNetwork.GraphQL.Binding.Outputs;

internal sealed class StringFormat : LeafFormat<string>
{
    public override void Write(string value, JsonBuffer buffer) => buffer.WriteString(value);
}

/// <summary>An ID goes out as a string, whatever it is inside: https://spec.graphql.org/September2025/#sec-ID.</summary>
internal sealed class IdFormat<T> : LeafFormat<T>
    where T : IUtf8SpanFormattable
{
    private const int MaxBytes = 64;

    public override void Write(T value, JsonBuffer buffer)
    {
        var span = buffer.GetSpan(MaxBytes);
        span[0] = (byte)'"';
        value.TryFormat(span[1..], out var written, default, null);
        span[written + 1] = (byte)'"';
        buffer.Advance(written + 2);
    }
}
