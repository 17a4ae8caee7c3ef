using System.Buffers.Text;
using System.Numerics;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Outputs;

/// <summary>https://spec.graphql.org/September2025/#sec-Int: 32 bits, whatever the CLR type.</summary>
internal sealed class IntFormat<T> : LeafFormat<T>
    where T : IBinaryInteger<T>
{
    private const int MaxDigits = 11;

    public override void Write(T value, JsonBuffer buffer)
    {
        int number;
        try
        {
            number = int.CreateChecked(value);
        }
        catch (OverflowException)
        {
            throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {value}");
        }

        Utf8Formatter.TryFormat(number, buffer.GetSpan(MaxDigits), out var written);
        buffer.Advance(written);
    }
}

/// <summary>https://spec.graphql.org/September2025/#sec-Float: finite only.</summary>
internal sealed class FloatFormat<T> : LeafFormat<T>
    where T : INumber<T>
{
    private const int MaxDigits = 64;

    public override void Write(T value, JsonBuffer buffer)
    {
        if (!T.IsFinite(value))
        {
            throw new CoercionException($"Float cannot represent non numeric value: {value}");
        }

        value.TryFormat(buffer.GetSpan(MaxDigits), out var written, default, null);
        buffer.Advance(written);
    }
}

internal sealed class BooleanFormat : LeafFormat<bool>
{
    public override void Write(bool value, JsonBuffer buffer) => buffer.WriteRaw(value ? "true"u8 : "false"u8);
}
