using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;
using RegionalNetwork.GraphQL.TypeSystem.Costs;
using RegionalNetwork.GraphQL.TypeSystem.Rules;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>
/// Makes a schema out of type-system documents: parse, check, assemble. Definitions and extensions may be spread over sources
/// in any order. Throws <see cref="SchemaException"/> with every fault of every source.
/// </summary>
public static class SchemaBuilder
{
    private static readonly Dictionary<string, IScalarCoercion> NoCoercions = new(StringComparer.Ordinal);

    /// <summary>From one text; custom scalars pass their values through.</summary>
    public static Schema Build(string text) => Build([new Source(text, "schema")], NoCoercions);

    /// <param name="scalars">Coercions of custom scalars by name; a scalar without one passes its values through.</param>
    public static Schema Build(IReadOnlyList<Source> sources, IReadOnlyDictionary<string, IScalarCoercion> scalars) =>
        Make([], sources, scalars);

    /// <summary>A new schema that has all of <paramref name="schema"/> and what the sources add to it.</summary>
    /// <param name="scalars">For scalars that the sources define.</param>
    public static Schema Extend(
        Schema schema,
        IReadOnlyList<Source> sources,
        IReadOnlyDictionary<string, IScalarCoercion> scalars
    )
    {
        var coercions = new Dictionary<string, IScalarCoercion>(scalars, StringComparer.Ordinal);
        foreach (var scalar in schema.Types.Values.OfType<ScalarType>().Where(scalar => scalar.Nodes.Count > 0))
        {
            coercions.TryAdd(scalar.Name, scalar.Coercion);
        }

        return Make(DefinitionsOf(schema), sources, coercions);
    }

    internal static IReadOnlyList<TypeSystemNode> DefinitionsOf(Schema schema) =>
        [
            .. schema.Nodes,
            .. schema.Directives.Values.Select(directive => directive.Node).OfType<DirectiveDefinitionNode>(),
            .. schema.Types.Values.SelectMany(type => type.Nodes),
        ];

    private static Schema Make(
        IReadOnlyList<TypeSystemNode> existing,
        IReadOnlyList<Source> sources,
        IReadOnlyDictionary<string, IScalarCoercion> scalars
    )
    {
        var faults = new List<SchemaFault>();
        var definitions = new SchemaDefinitions(existing, SchemaSources.Parse(sources, faults));
        ThrowIfAny(faults);
        SchemaRules.Check(definitions, faults);
        ThrowIfAny(faults);
        var schema = new SchemaAssembly(definitions, scalars).Assemble();
        faults.AddRange(CostDirectiveRules.Check(schema));
        ThrowIfAny(faults);
        return schema;
    }

    private static void ThrowIfAny(List<SchemaFault> faults)
    {
        if (faults.Count > 0)
        {
            throw new SchemaException(faults);
        }
    }
}
