using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Tests.Conformance;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>
/// What every field answers follows from its path and its type alone; <c>tests/conformance/differential/resolvers.mjs</c>
/// computes the same: change both or none.
/// </summary>
internal sealed class PathResolvers(Schema schema, bool isAsync)
{
    private static readonly IReadOnlyDictionary<string, object?> NoArguments = new Dictionary<string, object?>();

    private const int Events = 3;

    private readonly PathValues _values = new(schema);

    /// <summary>By path: the arguments that a resolver was given, in one form for comparison.</summary>
    public Dictionary<string, string> ArgumentsSeen { get; } = new(StringComparer.Ordinal);

    public ResolverMap Map()
    {
        var map = new ResolverMap();
        foreach (var type in schema.Types.Values.Where(type => !BuiltInNames.IsReserved(type.Name)))
        {
            switch (type)
            {
                case ScalarType { Coercion: PassThroughScalar }:
                    map.Scalar(type.Name, PassThroughScalar.Instance);
                    break;
                case InterfaceType or UnionType:
                    map.Abstract<object>(type.Name, value => (value as TypedObject)?.TypeName);
                    break;
                case ObjectType objectType when ReferenceEquals(type, schema.SubscriptionType):
                    map.Subscription(fields => Add(objectType, fields));
                    break;
                case ObjectType objectType:
                    map.Object<object>(type.Name, fields => Add(objectType, fields));
                    break;
                default:
                    break;
            }
        }

        return map;
    }

    private void Add(ObjectType type, SubscriptionResolvers fields)
    {
        foreach (var field in type.Fields.Values)
        {
            if (field.Arguments.Count > 0)
            {
                fields.Field<IReadOnlyDictionary<string, object?>, object>(
                    field.Name,
                    (given, context) => Subscribe(field, given, context)
                );
            }
            else
            {
                fields.Field(field.Name, context => Subscribe(field, NoArguments, context));
            }
        }
    }

    private void Add(ObjectType type, ObjectResolvers<object> fields)
    {
        foreach (var field in type.Fields.Values)
        {
            var isLate = isAsync && PathValues.Hash(field.Name) % 3 == 0;
            if (isLate && field.Arguments.Count > 0)
            {
                fields.FieldAsync<IReadOnlyDictionary<string, object?>, object?>(
                    field.Name,
                    async (_, given, context) =>
                    {
                        await Task.Yield();
                        return Answer(field, given, context);
                    }
                );
            }
            else if (isLate)
            {
                fields.FieldAsync(
                    field.Name,
                    async (_, context) =>
                    {
                        await Task.Yield();
                        return Answer(field, NoArguments, context);
                    }
                );
            }
            else if (field.Arguments.Count > 0)
            {
                fields.Field<IReadOnlyDictionary<string, object?>, object?>(
                    field.Name,
                    (_, given, context) => Answer(field, given, context)
                );
            }
            else
            {
                fields.Field(field.Name, (_, context) => Answer(field, NoArguments, context));
            }
        }
    }

    private object? Answer(Field field, IReadOnlyDictionary<string, object?> given, ResolverContext context) =>
        _values.At(field.Type, Path(field, given, context));

    private IAsyncEnumerable<object> Subscribe(
        Field field,
        IReadOnlyDictionary<string, object?> given,
        ResolverContext context
    )
    {
        var path = Path(field, given, context);
        return Enumerable
            .Range(0, Events)
            .Select(index => _values.At(field.Type, string.Create(CultureInfo.InvariantCulture, $"{path}#{index}")))
            .OfType<object>()
            .ToAsyncEnumerable();
    }

    /// <summary>Of the field, whose arguments are noted.</summary>
    private string Path(Field field, IReadOnlyDictionary<string, object?> given, ResolverContext context)
    {
        var path = string.Join('.', context.Path);
        if (field.Arguments.Count > 0)
        {
            lock (ArgumentsSeen)
            {
                ArgumentsSeen[path] = ArgumentText.Of(JsonSerializer.SerializeToElement(given));
            }
        }

        return PathValues.IsRefused(path) ? throw new GraphQLFieldException($"Refused at {path}.", null) : path;
    }
}
