using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Scalars;

namespace RegionalNetwork.GraphQL.TypeSystem.Building;

/// <summary>Makes the types out of definitions that have passed every rule.</summary>
internal sealed class SchemaAssembly(
    SchemaDefinitions definitions,
    IReadOnlyDictionary<string, IScalarCoercion> coercions
)
{
    private const string DefaultDeprecationReason = "No longer supported";

    // Types refer to one another in circles: first all of them without members, then the members.
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);

    public Schema Assemble()
    {
        foreach (var draft in definitions.Types.Values)
        {
            _types.Add(draft.Name, Create(draft));
        }

        foreach (var draft in definitions.Types.Values)
        {
            Complete(_types[draft.Name], draft);
        }

        var directives = new OrderedDictionary<string, Directive>(StringComparer.Ordinal);
        foreach (var node in definitions.Directives.Values)
        {
            directives.Add(node.Name.Value, Create(node));
        }

        return new Schema(
            definitions.SchemaDefinition?.Description?.Value,
            Root(OperationKind.Query),
            Root(OperationKind.Mutation),
            Root(OperationKind.Subscription),
            TypeOrder.InOrder(definitions, _types, directives.Values),
            directives,
            definitions.SchemaNodes
        );
    }

    private ObjectType? Root(OperationKind operation) =>
        definitions.RootType(operation) is { } root ? (ObjectType)_types[root.Name] : null;

    private NamedType Create(TypeDraft draft)
    {
        IReadOnlyList<TypeDefinitionNode> nodes = draft.IsBuiltIn ? [] : draft.Nodes;
        var description = draft.Main.Description?.Value;
        return draft.Main switch
        {
            ScalarTypeNode => new ScalarType(draft.Name, description, SpecifiedByUrl(draft), Coercion(draft), nodes),
            ObjectTypeNode => new ObjectType(draft.Name, description, nodes),
            InterfaceTypeNode => new InterfaceType(draft.Name, description, nodes),
            UnionTypeNode => new UnionType(draft.Name, description, nodes),
            EnumTypeNode => new EnumType(draft.Name, description, nodes),
            InputObjectTypeNode => new InputObjectType(draft.Name, description, draft.IsOneOf, nodes),
            var other => throw new InvalidOperationException($"No type is made of a {other.GetType().Name}."),
        };
    }

    private IScalarCoercion Coercion(TypeDraft draft) =>
        BuiltInCoercions.Find(draft.Name) ?? coercions.GetValueOrDefault(draft.Name, PassThroughCoercion.Instance);

    private static string? SpecifiedByUrl(TypeDraft draft) => StringArgument(draft.Directives, "specifiedBy", "url");

    private void Complete(NamedType type, TypeDraft draft)
    {
        switch (type)
        {
            case FieldsType fieldsType:
                CompleteFields(fieldsType, draft);
                break;
            case UnionType union:
                union.Members.AddRange(draft.UnionMembers.Select(member => (ObjectType)_types[member.Name.Value]));
                break;
            case EnumType enumType:
                foreach (var node in draft.EnumValues)
                {
                    var reason = DeprecationReason(node.Directives);
                    var name = node.Name.Value;
                    enumType.Values.Add(
                        name,
                        new EnumValue(name, node.Description?.Value, reason, draft.IsBuiltIn ? null : node)
                    );
                }

                break;
            case InputObjectType input:
                foreach (var node in draft.InputFields)
                {
                    input.Fields.Add(node.Name.Value, Create(node, draft.IsBuiltIn));
                }

                break;
        }
    }

    private void CompleteFields(FieldsType type, TypeDraft draft)
    {
        type.Interfaces.AddRange(draft.Interfaces.Select(name => (InterfaceType)_types[name.Name.Value]));
        foreach (var node in draft.Fields)
        {
            var field = new Field(
                node.Name.Value,
                node.Description?.Value,
                Resolve(node.Type),
                Arguments(node.Arguments, draft.IsBuiltIn),
                DeprecationReason(node.Directives),
                draft.IsBuiltIn ? null : node
            );
            type.Fields.Add(field.Name, field);
        }
    }

    private Directive Create(DirectiveDefinitionNode node)
    {
        var isBuiltIn = BuiltIn.BuiltInDefinitions.DirectiveNodes.Contains(node);
        return new Directive(
            node.Name.Value,
            node.Description?.Value,
            Arguments(node.Arguments, isBuiltIn),
            node.IsRepeatable,
            [.. node.Locations.Select(location => DirectiveLocations.Parse(location.Value))],
            isBuiltIn ? null : node
        );
    }

    private OrderedDictionary<string, InputValue> Arguments(IReadOnlyList<InputValueNode> nodes, bool isBuiltIn)
    {
        var arguments = new OrderedDictionary<string, InputValue>(nodes.Count, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            arguments.Add(node.Name.Value, Create(node, isBuiltIn));
        }

        return arguments;
    }

    private InputValue Create(InputValueNode node, bool isBuiltIn) =>
        new(
            node.Name.Value,
            node.Description?.Value,
            Resolve(node.Type),
            node.DefaultValue,
            DeprecationReason(node.Directives),
            isBuiltIn ? null : node
        );

    private GraphQLType Resolve(TypeNode node) =>
        node switch
        {
            NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
            ListTypeNode list => new ListType(Resolve(list.Type)),
            _ => _types[((NamedTypeNode)node).Name.Value],
        };

    private static string? DeprecationReason(IReadOnlyList<DirectiveNode> directives) =>
        TypeParts.Deprecation(directives) is { } deprecation
            ? StringArgument([deprecation], deprecation.Name.Value, "reason") ?? DefaultDeprecationReason
            : null;

    private static string? StringArgument(IEnumerable<DirectiveNode> directives, string directiveName, string name) =>
        directives
            .Where(directive => directive.Name.Value == directiveName)
            .SelectMany(directive => directive.Arguments)
            .Where(argument => argument.Name.Value == name)
            .Select(argument => (argument.Value as StringValueNode)?.Value)
            .FirstOrDefault();
}
