using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Document-Syntax</summary>
public sealed partial class Parser
{
    // ExecutableDefinition :
    //   - OperationDefinition
    //   - FragmentDefinition
    private DefinitionNode? ParseExecutableDefinition(StringValueNode? description, int start)
    {
        if (KeywordOperation() is { } operation)
        {
            return ParseOperationDefinition(description, operation, start);
        }

        return IsKeyword("fragment") ? ParseFragmentDefinition(description, start) : null;
    }

    // OperationDefinition :
    //   - Description? OperationType Name? VariablesDefinition? Directives? SelectionSet
    //   - SelectionSet
    private OperationDefinitionNode ParseOperationDefinition(
        StringValueNode? description,
        OperationKind operation,
        int start
    )
    {
        Advance();
        var name = _token.Kind == TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(
            TokenKind.ParenLeft,
            static parser => parser.ParseVariableDefinition(),
            TokenKind.ParenRight
        );
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new OperationDefinitionNode(
            description,
            operation,
            name,
            variables,
            directives,
            selections,
            IsShorthand: false,
            SpanFrom(start)
        );
    }

    private OperationDefinitionNode ParseShorthandQuery()
    {
        var selections = ParseSelectionSet();
        return new OperationDefinitionNode(
            Description: null,
            OperationKind.Query,
            Name: null,
            VariableDefinitions: [],
            Directives: [],
            selections,
            IsShorthand: true,
            selections.Span
        );
    }

    // OperationType : one of query mutation subscription
    private OperationKind? KeywordOperation()
    {
        if (IsKeyword("query"))
        {
            return OperationKind.Query;
        }

        if (IsKeyword("mutation"))
        {
            return OperationKind.Mutation;
        }

        return IsKeyword("subscription") ? OperationKind.Subscription : null;
    }

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(description, variable, type, defaultValue, directives, SpanFrom(start));
    }

    // SelectionSet : { Selection+ }
    private SelectionSetNode ParseSelectionSet()
    {
        EnterNesting();
        var start = _token.Start;
        var selections = Many(TokenKind.BraceLeft, static parser => parser.ParseSelection(), TokenKind.BraceRight);
        LeaveNesting();
        return new SelectionSetNode(selections, SpanFrom(start));
    }

    // Selection :
    //   - Field
    //   - FragmentSpread
    //   - InlineFragment
    private SelectionNode ParseSelection() => _token.Kind == TokenKind.Spread ? ParseFragment() : ParseField();

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    // Alias : Name :
    private FieldNode ParseField()
    {
        var start = _token.Start;
        NameNode? alias = null;
        var name = ParseName();
        if (TakeIf(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selections = _token.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selections, SpanFrom(start));
    }

    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var hasTypeCondition = TakeKeywordIf("on");
        if (!hasTypeCondition && _token.Kind == TokenKind.Name)
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(name, spreadDirectives, SpanFrom(start));
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new InlineFragmentNode(typeCondition, directives, selections, SpanFrom(start));
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    // FragmentName : Name but not `on`
    // TypeCondition : on NamedType
    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description, int start)
    {
        ExpectKeyword("fragment");
        var name = IsKeyword("on") ? throw Unexpected() : ParseName();
        ExpectKeyword("on");
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new FragmentDefinitionNode(description, name, typeCondition, directives, selections, SpanFrom(start));
    }
}
