using System.Runtime.CompilerServices;
using System.Text;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Outputs;

/// <summary>A C# enum. Names are encoded once; a value is looked up by its number.</summary>
internal sealed class EnumFormat<T> : LeafFormat<T>
    where T : struct, Enum
{
    private readonly EnumTexts _texts;

    public EnumFormat(EnumNames names)
    {
        _texts = new EnumTexts(names.Type.Name);
        foreach (var (name, value) in names)
        {
            _texts.Add(Number((T)value), name);
        }
    }

    public override void Write(T value, JsonBuffer buffer) =>
        buffer.WriteRaw(_texts.Find(Number(value)) ?? throw _texts.NotAValue(value));

    private static long Number(T value) =>
        Unsafe.SizeOf<T>() switch
        {
            sizeof(byte) => Unsafe.BitCast<T, byte>(value),
            sizeof(short) => Unsafe.BitCast<T, short>(value),
            sizeof(int) => Unsafe.BitCast<T, int>(value),
            _ => Unsafe.BitCast<T, long>(value),
        };
}

/// <summary>
/// An enum's values as JSON by their numbers. Apart from <see cref="EnumFormat{T}"/>, since code that is made for every enum is
/// compiled for every enum when the server starts.
/// </summary>
internal sealed class EnumTexts(string typeName)
{
    private const int SmallValues = 64;

    private readonly Dictionary<long, byte[]> _all = [];
    private readonly byte[]?[] _small = new byte[SmallValues][];

    public void Add(long number, string name)
    {
        var text = Encoding.UTF8.GetBytes($"\"{name}\"");
        _all.Add(number, text);
        if (number is >= 0 and < SmallValues)
        {
            _small[number] = text;
        }
    }

    public byte[]? Find(long number) => (ulong)number < SmallValues ? _small[number] : _all.GetValueOrDefault(number);

    public CoercionException NotAValue(object value) => new($"Enum \"{typeName}\" cannot represent value: {value}");
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
