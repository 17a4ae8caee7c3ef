using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// What the schema says about the place of a node. Everything is null where the document itself names something that the
/// schema does not have: the rule for that name reports it, and the others stay silent.
/// </summary>
internal readonly record struct TypeScope
{
    /// <summary>The composite type whose fields the enclosing selection set selects.</summary>
    public NamedType? ParentType { get; private init; }

    /// <summary>The type of the selected field, operation or fragment.</summary>
    public GraphQLType? Type { get; private init; }

    public Field? Field { get; private init; }

    public Directive? Directive { get; private init; }

    public InputValue? Argument { get; private init; }

    /// <summary>The type that a value has to have here.</summary>
    public GraphQLType? InputType { get; private init; }

    /// <summary>The input object type that the value is a field of, else null.</summary>
    public InputObjectType? ParentInputType { get; private init; }

    /// <summary>The argument or input field here has a default, so that a nullable variable may stand in for it.</summary>
    public bool HasDefault { get; private init; }

    /// <summary>What a directive written here is applied to.</summary>
    public DirectiveLocation? Location { get; private init; }

    /// <summary>The scope inside <paramref name="node"/>, which is itself in this scope.</summary>
    public TypeScope Enter(Node node, Schema schema) =>
        node switch
        {
            OperationDefinitionNode operation => new TypeScope
            {
                Type = schema.RootType(operation.Operation),
                Location = LocationOf(operation.Operation),
            },
            FragmentDefinitionNode fragment => new TypeScope
            {
                Type = schema.OutputType(fragment.TypeCondition),
                Location = DirectiveLocation.FragmentDefinition,
            },
            InlineFragmentNode inline => this with
            {
                Type = inline.TypeCondition is null ? Type?.Named : schema.OutputType(inline.TypeCondition),
                Location = DirectiveLocation.InlineFragment,
            },
            FragmentSpreadNode => this with { Location = DirectiveLocation.FragmentSpread },
            SelectionSetNode => this with
            {
                ParentType = Type?.Named is { } named && named.IsComposite() ? named : null,
            },
            FieldNode field => EnterField(schema.FieldOf(ParentType, field.Name.Value)),
            DirectiveNode directive => this with
            {
                Directive = schema.Directives.GetValueOrDefault(directive.Name.Value),
                Field = null,
            },
            VariableDefinitionNode variable => EnterInput(InputTypeOf(schema.TypeOf(variable.Type)), null, false) with
            {
                Location = DirectiveLocation.VariableDefinition,
            },
            ArgumentNode argument => EnterArgument(
                (Directive?.Arguments ?? Field?.Arguments)?.GetValueOrDefault(argument.Name.Value)
            ),
            ListValueNode => EnterInput(
                InputType.Nullable() is ListType list ? list.OfType : InputType.Nullable(),
                null,
                false
            ),
            ObjectFieldNode field => EnterObjectField(field.Name.Value),
            _ => this,
        };

    private TypeScope EnterField(Field? field) =>
        this with
        {
            Field = field,
            Type = field?.Type,
            Location = DirectiveLocation.Field,
        };

    private TypeScope EnterArgument(InputValue? argument) =>
        EnterInput(InputTypeOf(argument?.Type), null, argument?.DefaultValue is not null) with
        {
            Argument = argument,
        };

    private TypeScope EnterObjectField(string name)
    {
        var parent = InputType?.Named as InputObjectType;
        var field = parent?.Fields.GetValueOrDefault(name);
        return EnterInput(InputTypeOf(field?.Type), parent, field?.DefaultValue is not null);
    }

    private TypeScope EnterInput(GraphQLType? type, InputObjectType? parent, bool hasDefault) =>
        this with
        {
            InputType = type,
            ParentInputType = parent,
            HasDefault = hasDefault,
        };

    private static DirectiveLocation LocationOf(OperationKind kind) =>
        kind switch
        {
            OperationKind.Query => DirectiveLocation.Query,
            OperationKind.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        };

    private static GraphQLType? InputTypeOf(GraphQLType? type) =>
        type is not null && type.Named.IsInput() ? type : null;
}
