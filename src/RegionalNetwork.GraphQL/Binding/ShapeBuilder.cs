using System.Reflection;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>Fits the C# type of a resolver's value to the type of its field.</summary>
/// <param name="objectClrTypes">C# types of object types by name in the schema.</param>
internal sealed class ShapeBuilder(
    IReadOnlyDictionary<string, Type> objectClrTypes,
    IReadOnlyDictionary<string, Delegate> typeNames,
    LeafFormats formats,
    BindingErrors errors
)
{
    private static readonly MethodInfo BuildTypeMethod = Method(nameof(BuildType));
    private static readonly MethodInfo ListMethod = Method(nameof(List));
    private static readonly MethodInfo UpcastMethod = Method(nameof(Upcast));
    private static readonly MethodInfo UnwrapMethod = Method(nameof(Unwrap));

    private Node? _node;

    /// <summary>The field being bound, for messages.</summary>
    public string Coordinate { get; set; } = "";

    /// <returns>Null where the types do not fit; the fault has been reported.</returns>
    public ValueShape<T>? Build<T>(Field field)
    {
        _node = field.Node;
        return BuildType<T>(field.Type);
    }

    private ValueShape<T>? BuildType<T>(GraphQLType type)
    {
        var isNonNull = type is NonNullType;
        var nullable = type is NonNullType nonNull ? nonNull.OfType : type;
        switch (nullable)
        {
            case ListType list:
                return BuildList<T>(list, isNonNull);
            case ObjectType named:
                return BuildObject<T>(named, isNonNull);
            case InterfaceType or UnionType when !typeof(T).IsValueType:
                var typeName = (Func<T, ResolverContext, string?>?)AbstractTypeName<T>(nullable.Named);
                return new AbstractShape<T>(nullable.Named, typeName, isNonNull);
            default:
                return formats.Find(typeof(T), nullable.Named) is { } format
                    ? new LeafShape<T>((LeafFormat<T>)format, isNonNull)
                    : Mismatch<T>(type);
        }
    }

    private Func<T, ResolverContext, string?>? AbstractTypeName<T>(NamedType type) =>
        typeNames.GetValueOrDefault(type.Name) switch
        {
            Func<T, string?> name => (value, _) => name(value),
            Func<T, ResolverContext, string?> name => name,
            _ => null,
        };

    private ValueShape<T>? BuildList<T>(ListType type, bool isNonNull)
    {
        if (ItemType(typeof(T)) is not { } itemType)
        {
            return Mismatch<T>(type);
        }

        // Delegates, since reflection makes code anew for every method that it invokes.
        var item = BuildTypeMethod
            .MakeGenericMethod(itemType)
            .CreateDelegate<Func<GraphQLType, object?>>(this)(type.OfType);
        return item is null
            ? null
            : ListMethod
                .MakeGenericMethod(typeof(T), itemType)
                .CreateDelegate<Func<object, bool, ValueShape<T>>>()(item, isNonNull);
    }

    private ValueShape<T>? BuildObject<T>(ObjectType type, bool isNonNull)
    {
        if (!objectClrTypes.TryGetValue(type.Name, out var target))
        {
            // The missing type has been reported once, where it is defined.
            return null;
        }

        if (target == typeof(T))
        {
            return new ObjectShape<T>(type, isNonNull);
        }

        var convert =
            Nullable.GetUnderlyingType(typeof(T)) == target ? UnwrapMethod.MakeGenericMethod(target)
            : target.IsAssignableFrom(typeof(T)) ? UpcastMethod.MakeGenericMethod(typeof(T), target)
            : null;
        return convert is null
            ? Mismatch<T>(type)
            : convert.CreateDelegate<Func<ObjectType, bool, ValueShape<T>>>()(type, isNonNull);
    }

    private ValueShape<T>? Mismatch<T>(GraphQLType type)
    {
        var expected =
            type.Named is ObjectType named && objectClrTypes.TryGetValue(named.Name, out var clrType)
                ? $" Its values are {TypeName.Of(clrType)}."
                : "";
        errors.Report(
            $"The resolver of {Coordinate} gives {TypeName.Of(typeof(T))}, which does not fit the type {type}.{expected}",
            _node
        );
        return null;
    }

    private static Type? ItemType(Type type) =>
        type == typeof(string) ? null
        : type == typeof(object) ? typeof(object)
        : type.IsArray ? type.GetElementType()
        : type.GetInterfaces()
            .Prepend(type)
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];

    private static ListShape<T, TItem> List<T, TItem>(object item, bool isNonNull) =>
        new((ValueShape<TItem>)item, isNonNull);

    private static ConvertedShape<T, TTarget> Upcast<T, TTarget>(ObjectType type, bool isNonNull)
        where T : TTarget => new(static value => value, new ObjectShape<TTarget>(type, isNonNull));

    private static ConvertedShape<T?, T> Unwrap<T>(ObjectType type, bool isNonNull)
        where T : struct => new(static value => value.GetValueOrDefault(), new ObjectShape<T>(type, isNonNull));

    private static MethodInfo Method(string name) =>
        typeof(ShapeBuilder).GetMethod(
            name,
            BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly
        )!;
}
