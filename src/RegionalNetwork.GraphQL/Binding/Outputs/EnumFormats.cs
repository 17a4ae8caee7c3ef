using System.Runtime.CompilerServices;
using System.Text;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Outputs;

/// <summary>A C# enum. Names are encoded once; a value is looked up by its number.</summary>
internal sealed class EnumFormat<T> : LeafFormat<T>
    where T : struct, Enum
{
    private readonly string _typeName;
    private readonly Dictionary<long, byte[]> _names;
    private readonly byte[]?[] _small;

    public EnumFormat(EnumNames names)
    {
        const int SmallValues = 64;
        _typeName = names.Type.Name;
        _names = names.ToDictionary(pair => Number((T)pair.Value), pair => Encoding.UTF8.GetBytes($"\"{pair.Key}\""));
        _small = new byte[SmallValues][];
        foreach (var (number, name) in _names.Where(pair => pair.Key is >= 0 and < SmallValues))
        {
            _small[number] = name;
        }
    }

    public override void Write(T value, JsonBuffer buffer)
    {
        var number = Number(value);
        var name = (ulong)number < (ulong)_small.Length ? _small[number] : _names.GetValueOrDefault(number);
        if (name is null)
        {
            throw new CoercionException($"Enum \"{_typeName}\" cannot represent value: {value}");
        }

        buffer.WriteRaw(name);
    }

    private static long Number(T value) =>
        Unsafe.SizeOf<T>() switch
        {
            sizeof(byte) => Unsafe.BitCast<T, byte>(value),
            sizeof(short) => Unsafe.BitCast<T, short>(value),
            sizeof(int) => Unsafe.BitCast<T, int>(value),
            _ => Unsafe.BitCast<T, long>(value),
        };
}

/// <summary>An enum whose resolver gives the value's name.</summary>
internal sealed class EnumNameFormat<T>(EnumType type) : LeafFormat<T>
{
    public override void Write(T value, JsonBuffer buffer)
    {
        if (value is not string name || !type.Values.ContainsKey(name))
        {
            var shown = value is string ? $"\"{value}\"" : $"{value}";
            throw new CoercionException($"Enum \"{type.Name}\" cannot represent value: {shown}");
        }

        buffer.WriteString(name);
    }
}
