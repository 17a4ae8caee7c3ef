using System.Reflection;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Inputs;

/// <summary>Fits the records that resolvers take to the arguments and input objects of the schema.</summary>
internal sealed class InputBinder(LeafReaders leaves, BindingErrors errors)
{
    private readonly Dictionary<(InputObjectType Type, Type ClrType), ObjectReader?> _objects = [];
    private readonly NullabilityInfoContext _nullability = new();

    /// <returns>Null where the resolver takes no arguments, or they do not fit and that has been reported.</returns>
    public InputReader? BindArguments(string coordinate, Field field, Type? clrType)
    {
        if (clrType == typeof(IReadOnlyDictionary<string, object?>))
        {
            return CoercedReader.Instance;
        }

        if (clrType is not null)
        {
            var owner = new InputOwner(coordinate, "argument", field.Node);
            var reader = CreateReader(owner, clrType);
            FillIn(reader, owner, field.Arguments, clrType);
            return reader;
        }

        foreach (var argument in field.Arguments.Values)
        {
            errors.Report(
                $"The resolver of {coordinate} takes no arguments, so that the argument \"{argument.Name}\" would be ignored.",
                argument.Node
            );
        }

        return null;
    }

    private ObjectReader? CreateReader(InputOwner owner, Type clrType)
    {
        var constructors = clrType.GetConstructors();
        if (constructors.Length == 1 && !clrType.IsAbstract)
        {
            return new ObjectReader(constructors[0]);
        }

        errors.Report($"{TypeName.Of(clrType)} needs one public constructor to take {owner.Name}.", owner.Node);
        return null;
    }

    private void FillIn(
        ObjectReader? reader,
        InputOwner owner,
        OrderedDictionary<string, InputValue> inputs,
        Type clrType
    )
    {
        if (reader is null)
        {
            return;
        }

        var parameters = reader.Parameters;
        var members = new List<InputMember>();
        var names = parameters.Select(parameter => CamelCase(parameter.Name!)).ToArray();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (inputs.TryGetValue(names[i], out var input))
            {
                var place = new InputPlace(owner, input, $"{TypeName.Of(clrType)}.{parameters[i].Name}");
                if (BindMember(place, parameters[i]) is { } member)
                {
                    members.Add(member);
                }
            }
            else
            {
                var near = DidYouMean.Among(names[i], inputs.Keys.Except(names));
                errors.Report(
                    $"{TypeName.Of(clrType)}.{parameters[i].Name} is no {owner.Kind} of {owner.Name}.{near}",
                    owner.Node
                );
            }
        }

        foreach (var input in inputs.Values.Where(input => !names.Contains(input.Name)))
        {
            var near = DidYouMean.Among(input.Name, names.Where(name => !inputs.ContainsKey(name)));
            errors.Report(
                $"{TypeName.Of(clrType)} has no parameter for the {owner.Kind} \"{input.Name}\" of {owner.Name}.{near}",
                input.Node
            );
        }

        reader.Members = members;
    }

    private InputMember? BindMember(InputPlace place, ParameterInfo parameter)
    {
        var info = _nullability.Create(parameter);
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Optional<>))
        {
            return Build(place, place.Input.Type, info) is { } reader
                ? new InputMember(place.Input.Name, reader, null)
                : null;
        }

        if (place.Input.Type is NonNullType)
        {
            errors.Report($"{place} is always given, so that {place.Member} need not be Optional.", place.Input.Node);
            return null;
        }

        var value = Build(place, place.Input.Type, info.GenericTypeArguments[0]);
        return value is null
            ? null
            : new InputMember(
                place.Input.Name,
                (InputReader)
                    Activator.CreateInstance(
                        typeof(OptionalReader<>).MakeGenericType(type.GetGenericArguments()[0]),
                        value
                    )!,
                Activator.CreateInstance(type)
            );
    }

    private InputReader? Build(InputPlace place, GraphQLType type, NullabilityInfo info)
    {
        var underlying = Nullable.GetUnderlyingType(info.Type);
        var isNullable = underlying is not null || info.ReadState == NullabilityState.Nullable;
        if (isNullable == type is NonNullType)
        {
            var advice = isNullable
                ? "is never null, so that {0} must not be nullable"
                : "may be null, so that {0} must be";
            errors.Report($"{place} {string.Format(advice, place.Member)}.", place.Input.Node);
            return null;
        }

        var clrType = underlying ?? info.Type;
        var nullable = type is NonNullType nonNull ? nonNull.OfType : type;
        return nullable switch
        {
            ListType list => BuildList(place, list, info),
            InputObjectType input => BuildObject(input, clrType),
            _ => leaves.Find(clrType, nullable.Named) ?? Mismatch(place, clrType),
        };
    }

    private ListReader? BuildList(InputPlace place, ListType list, NullabilityInfo info)
    {
        var item = info.ElementType ?? (info.GenericTypeArguments.Length == 1 ? info.GenericTypeArguments[0] : null);
        if (item is null || !info.Type.IsAssignableFrom(item.Type.MakeArrayType()))
        {
            Mismatch(place, info.Type);
            return null;
        }

        return Build(place, list.OfType, item) is { } reader ? new ListReader(item.Type, reader) : null;
    }

    private ObjectReader? BuildObject(InputObjectType type, Type clrType)
    {
        if (_objects.TryGetValue((type, clrType), out var known))
        {
            return known;
        }

        var owner = new InputOwner(type.Name, "field", BindingErrors.First(type));
        var reader = CreateReader(owner, clrType);
        _objects.Add((type, clrType), reader);
        FillIn(reader, owner, type.Fields, clrType);
        return reader;
    }

    private InputReader? Mismatch(InputPlace place, Type clrType)
    {
        errors.Report(
            $"{place} is {place.Input.Type}, which does not fit {TypeName.Of(clrType)} of {place.Member}.",
            place.Input.Node
        );
        return null;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <param name="Kind">"argument" or "field".</param>
    private sealed record InputOwner(string Name, string Kind, Node? Node);

    private sealed record InputPlace(InputOwner Owner, InputValue Input, string Member)
    {
        public override string ToString() => $"The {Owner.Kind} \"{Input.Name}\" of {Owner.Name}";
    }
}
