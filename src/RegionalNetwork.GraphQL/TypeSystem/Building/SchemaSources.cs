using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Building;

internal static class SchemaSources
{
    /// <summary>The definitions of all sources; a syntax error in one does not hide those in the next.</summary>
    public static IReadOnlyList<TypeSystemNode> Parse(IReadOnlyList<Source> sources, List<SchemaFault> faults)
    {
        var definitions = new List<TypeSystemNode>();
        foreach (var source in sources)
        {
            foreach (var definition in ParseOne(source, faults))
            {
                if (definition is TypeSystemNode node)
                {
                    definitions.Add(node);
                    continue;
                }

                faults.Add(
                    SchemaFault.At(
                        "A schema has no operations or fragments. Remove this one from the source.",
                        definition
                    )
                );
            }
        }

        return definitions;
    }

    private static IReadOnlyList<DefinitionNode> ParseOne(Source source, List<SchemaFault> faults)
    {
        try
        {
            return Parser.Parse(source, ParserLimits.Schema).Definitions;
        }
        catch (SyntaxError error)
        {
            faults.Add(new SchemaFault(error.Message, [new Span(source, error.Offset, error.Offset)]));
            return [];
        }
    }
}
