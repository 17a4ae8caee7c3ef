using System.Globalization;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>An object of a known type; its fields answer by their own paths.</summary>
internal sealed record TypedObject(string TypeName);

/// <summary>A value for a path: nulls, refusals and values of the wrong kind among them.</summary>
internal sealed class PathValues(Schema schema)
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;
    private const uint Mixer = 0x85ebca6b;

    /// <summary>The wrong values stand at the end of each list: those before <c>Good</c> fit the type.</summary>
    private static readonly Dictionary<string, (object[] All, uint Good)> Leaves = new(StringComparer.Ordinal)
    {
        ["Int"] = ([0, 1, -1, 42, 2147483647, -2147483648, 2147483648L, 1.5, "7", "x", true], 6),
        ["Float"] = ([0, 0.5, -1.25, 3, 1e21, 1e-7, 123456.789, "1.5", "x", true], 7),
        ["ID"] = (["a", "", "12", 12, -3, true, 1.5], 5),
        ["Boolean"] = ([true, false, 1, 0, "x"], 2),
    };

    private static readonly object[] Strings = ["a", "", "two\nlines", "q\"\\", "é😀", "\u2028<&>", 12, 1.5, true];

    public static uint Hash(string text)
    {
        var value = FnvOffset;
        foreach (var unit in text)
        {
            value = (value ^ unit) * FnvPrime;
        }

        value ^= value >> 16;
        value *= Mixer;
        return value ^ (value >> 13);
    }

    public object? At(GraphQLType type, string path)
    {
        var drawn = Hash(path);
        if (drawn % 24 < 2)
        {
            return null;
        }

        var plain = type is NonNullType nonNull ? nonNull.OfType : type;
        return plain is ListType list ? List(list, path, drawn / 24) : Single((NamedType)plain, drawn / 24);
    }

    public static bool IsRefused(string path) => Hash(path + "!") % 24 == 0;

    private List<object?> List(ListType list, string path, uint drawn) =>
        [
            .. Enumerable
                .Range(0, (int)(drawn % 4))
                .Select(index => At(list.OfType, string.Create(CultureInfo.InvariantCulture, $"{path}.{index}"))),
        ];

    private object? Single(NamedType type, uint drawn)
    {
        switch (type)
        {
            case ObjectType:
                return new TypedObject(type.Name);
            case EnumType enumType:
                return drawn % 16 == 0 ? "NO_SUCH" : Named(enumType.Values.Keys, drawn);
            case ScalarType:
                var (values, good) = Leaves.GetValueOrDefault(type.Name, (Strings, type.Name == "String" ? 6u : 9u));
                return values[(drawn / 4) % (drawn % 4 == 0 ? (uint)values.Length : good)];
            default:
                var possible = schema.PossibleTypes(type).Select(one => one.Name).ToList();
                return possible.Count == 0 ? null : new TypedObject(Named(possible, drawn));
        }
    }

    private static string Named(IEnumerable<string> names, uint drawn)
    {
        string[] sorted = [.. names.Order(StringComparer.Ordinal)];
        return sorted[drawn % (uint)sorted.Length];
    }
}
