using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>Untyped resolvers for a whole schema, which answer what a conformance case has recorded for their path.</summary>
internal sealed class ReplayedResolvers(JsonElement item)
{
    private static readonly IReadOnlyDictionary<string, object?> NoArguments = new Dictionary<string, object?>();

    private readonly JsonElement _outcomes = item.GetProperty("resolvers");
    private readonly JsonElement _types = item.GetProperty("types");
    private readonly Dictionary<string, int> _typesAsked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _argumentsSeen = new(StringComparer.Ordinal);

    /// <summary>Custom scalars pass values through.</summary>
    public static Dictionary<string, IScalarCoercion> Scalars(Source sdl) =>
        Parser
            .Parse(sdl, ParserLimits.Schema)
            .Definitions.OfType<ScalarTypeNode>()
            .DistinctBy(node => node.Name.Value)
            .ToDictionary(
                node => node.Name.Value,
                IScalarCoercion (_) => PassThroughScalar.Instance,
                StringComparer.Ordinal
            );

    public ResolverMap Map(Schema schema)
    {
        var map = new ResolverMap();
        var ownTypes = schema
            .Types.Values.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .ToList();
        foreach (var scalar in ownTypes.OfType<ScalarType>().Where(scalar => scalar.Coercion is PassThroughScalar))
        {
            map.Scalar(scalar.Name, PassThroughScalar.Instance);
        }

        foreach (var type in ownTypes.Where(type => type is InterfaceType or UnionType))
        {
            map.Abstract<object>(type.Name, (_, context) => TypeName(context));
        }

        foreach (var type in ownTypes.OfType<ObjectType>())
        {
            map.Object<object>(type.Name, fields => Add(type, fields));
        }

        return map;
    }

    /// <summary>Arguments that differ from the recorded ones; none where nothing was recorded for a path.</summary>
    public IEnumerable<string> ArgumentFaults() =>
        item.GetProperty("args")
            .EnumerateObject()
            .Where(expected => _argumentsSeen.GetValueOrDefault(expected.Name) != ArgumentText.Of(expected.Value))
            .Select(expected =>
                $"{expected.Name} expected the arguments {expected.Value} but saw {_argumentsSeen.GetValueOrDefault(expected.Name)}"
            );

    private void Add(ObjectType type, ObjectResolvers<object> fields)
    {
        foreach (var field in type.Fields.Values)
        {
            var hasArguments = field.Arguments.Count > 0;
            if (IsAsync(field.Name) && hasArguments)
            {
                fields.FieldAsync<IReadOnlyDictionary<string, object?>, object?>(
                    field.Name,
                    (_, a, c) => OutcomeAsync(a, c)
                );
            }
            else if (IsAsync(field.Name))
            {
                fields.FieldAsync(field.Name, (_, context) => OutcomeAsync(NoArguments, context));
            }
            else if (hasArguments)
            {
                fields.Field<IReadOnlyDictionary<string, object?>, object?>(field.Name, (_, a, c) => Outcome(a, c));
            }
            else
            {
                fields.Field(field.Name, (_, context) => Outcome(NoArguments, context));
            }
        }
    }

    private bool IsAsync(string fieldName) =>
        _outcomes
            .EnumerateObject()
            .Any(outcome =>
                outcome.Name.Split('.')[^1] == fieldName
                && outcome.Value.GetRawText().Contains("\"async\"", StringComparison.Ordinal)
            );

    private async Task<object?> OutcomeAsync(IReadOnlyDictionary<string, object?> arguments, ResolverContext context)
    {
        await Task.Yield();
        return Outcome(arguments, context);
    }

    private object? Outcome(IReadOnlyDictionary<string, object?> arguments, ResolverContext context)
    {
        var path = string.Join('.', context.Path);
        _argumentsSeen[path] = ArgumentText.Of(JsonSerializer.SerializeToElement(arguments));
        return _outcomes.TryGetProperty(path, out var outcome) && ValueOf(outcome) is var value
            ? value is GraphQLFieldException error
                ? throw error
                : value
            : null;
    }

    private static object? ValueOf(JsonElement outcome)
    {
        if (outcome.TryGetProperty("error", out var error))
        {
            return new GraphQLFieldException(error.GetString()!, null);
        }

        if (outcome.TryGetProperty("list", out var list))
        {
            return list.EnumerateArray().Select(ValueOf).ToList();
        }

        return outcome.TryGetProperty("value", out var value)
            ? PassThroughScalar.Instance.CoerceVariable(value)
            : new object();
    }

    private string? TypeName(ResolverContext context)
    {
        var path = string.Join('.', context.Path is [.., int] ? context.Path.SkipLast(1) : context.Path);
        var index = _typesAsked.GetValueOrDefault(path);
        _typesAsked[path] = index + 1;
        if (!_types.TryGetProperty(path, out var names))
        {
            return null;
        }

        var name = names[index];
        return name.ValueKind == JsonValueKind.Object
            ? throw new GraphQLFieldException(name.GetProperty("error").GetString()!, null)
            : name.GetString();
    }
}
