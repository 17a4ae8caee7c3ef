using System.Buffers.Text;
using System.Numerics;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Outputs;

/// <summary>https://spec.graphql.org/September2025/#sec-Int</summary>
internal sealed class IntFormat : LeafFormat<int>
{
    private const int MaxDigits = 11;

    public override void Write(int value, JsonBuffer buffer)
    {
        Utf8Formatter.TryFormat(value, buffer.GetSpan(MaxDigits), out var written);
        buffer.Advance(written);
    }
}

/// <summary>An Int has 32 bits, whatever the C# type.</summary>
internal sealed class LongFormat(IntFormat format) : LeafFormat<long>
{
    public override void Write(long value, JsonBuffer buffer)
    {
        if (value is < int.MinValue or > int.MaxValue)
        {
            throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {value}");
        }

        format.Write((int)value, buffer);
    }
}

/// <summary>A Float of another C# type than double, which has <see cref="DoubleFormat"/>.</summary>
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
