using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Inputs;

/// <summary>Which C# types take the values of which scalars and enums.</summary>
/// <param name="scalarTypes">C# types of custom scalars.</param>
internal sealed class LeafReaders(IReadOnlyDictionary<string, Type> scalarTypes, BindingErrors errors)
{
    private static readonly ValueReader AsIs = new(static value => value);

    private static readonly Dictionary<(string Scalar, Type ClrType), InputReader> BuiltIn = new()
    {
        [("Int", typeof(int))] = new ValueReader(static value => value is int ? value : Convert.ToInt32(value)),
        [("Int", typeof(long))] = new ValueReader(static value => Convert.ToInt64(value)),
        [("Float", typeof(double))] = new ValueReader(static value =>
            value is double ? value : Convert.ToDouble(value)
        ),
        [("Float", typeof(decimal))] = new ValueReader(static value => Convert.ToDecimal(value)),
        [("String", typeof(string))] = AsIs,
        [("Boolean", typeof(bool))] = AsIs,
        [("ID", typeof(string))] = AsIs,
    };

    private readonly Dictionary<(NamedType Type, Type ClrType), InputReader?> _enums = [];

    /// <returns>Null where the C# type does not fit.</returns>
    public InputReader? Find(Type clrType, NamedType type) =>
        type switch
        {
            EnumType when clrType == typeof(string) => AsIs,
            EnumType enumType when clrType.IsEnum => FindEnum(clrType, enumType),
            ScalarType when scalarTypes.TryGetValue(type.Name, out var bound) => bound == clrType ? AsIs : null,
            ScalarType => BuiltIn.GetValueOrDefault((type.Name, clrType)),
            _ => null,
        };

    private InputReader? FindEnum(Type clrType, EnumType type)
    {
        if (_enums.TryGetValue((type, clrType), out var known))
        {
            return known;
        }

        var names = new EnumNames(type, clrType);
        foreach (var value in type.Values.Values.Where(value => !names.ContainsKey(value.Name)))
        {
            var near = DidYouMean.Among(value.Name, names.Keys);
            errors.Report($"{clrType.Name} has no value for {type.Name}.{value.Name}.{near}", value.Node);
        }

        return _enums[(type, clrType)] = new ValueReader(name => names[(string)name]);
    }
}
