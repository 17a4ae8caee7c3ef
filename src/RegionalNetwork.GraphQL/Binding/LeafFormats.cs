using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>The format of a C# type as a scalar or enum; one object for each pair.</summary>
/// <param name="scalarTypes">C# types of custom scalars.</param>
internal sealed class LeafFormats(
    IReadOnlyDictionary<string, Type> scalarTypes,
    IReadOnlyDictionary<string, IScalarCoercion> coercions,
    BindingErrors errors
)
{
    private static readonly Dictionary<(string Scalar, Type ClrType), object> BuiltIn = new()
    {
        [("Int", typeof(int))] = new IntFormat(),
        [("Int", typeof(long))] = new LongFormat(new IntFormat()),
        [("Float", typeof(double))] = new DoubleFormat(),
        [("Float", typeof(float))] = new FloatFormat<float>(),
        [("Float", typeof(decimal))] = new FloatFormat<decimal>(),
        [("Float", typeof(int))] = new FloatFormat<int>(),
        [("Float", typeof(long))] = new FloatFormat<long>(),
        [("String", typeof(string))] = new StringFormat(),
        [("Boolean", typeof(bool))] = new BooleanFormat(),
        [("ID", typeof(string))] = new StringFormat(),
        [("ID", typeof(Guid))] = new IdFormat<Guid>(),
        [("ID", typeof(int))] = new IdFormat<int>(),
        [("ID", typeof(long))] = new IdFormat<long>(),
    };

    private readonly Dictionary<(NamedType Type, Type ClrType), object?> _known = [];

    /// <returns>A <see cref="LeafFormat{T}"/> of the C# type, or null where it does not fit.</returns>
    public object? Find(Type clrType, NamedType type)
    {
        if (!_known.TryGetValue((type, clrType), out var format))
        {
            format = Create(clrType, type);
            _known.Add((type, clrType), format);
        }

        return format;
    }

    private object? Create(Type clrType, NamedType type)
    {
        if (Nullable.GetUnderlyingType(clrType) is { } underlying)
        {
            return Find(underlying, type) is { } format ? New(typeof(NullableFormat<>), underlying, format) : null;
        }

        return type switch
        {
            EnumType enumType when clrType.IsEnum => CreateEnum(clrType, enumType),
            EnumType enumType when clrType == typeof(string) => new EnumNameFormat<string>(enumType),
            EnumType enumType when clrType == typeof(object) => new EnumNameFormat<object>(enumType),
            ScalarType scalar when clrType == typeof(object) => new UntypedScalarFormat(scalar.Coercion),
            ScalarType scalar when scalarTypes.TryGetValue(scalar.Name, out var bound) => bound == clrType
                ? New(typeof(TypedScalarFormat<>), clrType, coercions[scalar.Name])
                : null,
            ScalarType scalar => BuiltIn.GetValueOrDefault((scalar.Name, clrType)),
            _ => null,
        };
    }

    private object CreateEnum(Type clrType, EnumType type)
    {
        var names = new EnumNames(type, clrType);
        foreach (var value in names.Keys.Where(name => !type.Values.ContainsKey(name)))
        {
            var near = DidYouMean.Among(value, type.Values.Keys);
            errors.Report(
                $"{clrType.Name}.{names[value]} would be {value}, which the enum {type.Name} does not have.{near}",
                type
            );
        }

        return New(typeof(EnumFormat<>), clrType, names);
    }

    private static object New(Type generic, Type argument, object parameter) =>
        Activator.CreateInstance(generic.MakeGenericType(argument), parameter)!;
}
