using System.Text.Json;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Costs;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Costs;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Execution.Costs;

/// <summary>What tests of the cost analysis share: a document against a schema, without resolvers.</summary>
public abstract class CostTests
{
    public const string Directives = """
        directive @cost(weight: String!) on
          | ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(
          assumedSize: Int
          slicingArguments: [String!]
          sizedFields: [String!]
          requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION

        """;

    internal static OperationCost Cost(string sdl, string document, string? variables = null) =>
        Compile(sdl, document, variables, out var values).Of(values);

    internal static CostProgram Compile(string sdl, string document, string? variables, out VariableValues values)
    {
        var schema = SchemaBuilder.Build(Directives + sdl);
        var parsed = Parser.Parse(document);
        Assert.Empty(DocumentValidator.Validate(parsed, schema, ValidationLimits.Request));
        var node = parsed.Definitions.OfType<OperationDefinitionNode>().Single();
        var definitions = node.VariableDefinitions.Select(definition => Define(schema, definition)).ToList();
        JsonElement? given = variables is null ? null : JsonElement.Parse(variables);
        values = VariableCoercion.Coerce(definitions, given, new ExecutionLimits(), out var errors);
        Assert.Empty(errors);
        var fragments = parsed
            .Definitions.OfType<FragmentDefinitionNode>()
            .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        var collector = new GraphQL.Execution.Compilation.FieldCollector(schema, fragments, values);
        return new CostCompiler(schema, new CostModel(schema), collector, Limits.MaxPlanFields).Compile(
            node,
            schema.RootType(node.Operation)!
        );
    }

    private static VariableDefinition Define(Schema schema, VariableDefinitionNode node)
    {
        var type = InputTypes.Find(schema, node.Type)!;
        object? value = null;
        if (node.DefaultValue is not null)
        {
            Assert.True(LiteralCoercion.TryCoerce(type, node.DefaultValue, VariableValues.None, out value));
        }

        return new VariableDefinition(node, type, node.DefaultValue is not null, value);
    }
}
