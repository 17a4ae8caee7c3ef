using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System. A kind's extension shares the method of its
/// definition: the two differ in what they may leave out.</summary>
public sealed partial class Parser
{
    // TypeSystemDefinition :
    //   - SchemaDefinition
    //   - TypeDefinition
    //   - DirectiveDefinition
    private TypeSystemNode? ParseTypeSystemDefinition(StringValueNode? description, int start) =>
        IsKeyword("directive")
            ? ParseDirectiveDefinition(description, start)
            : ParseDefinitionOrExtension(isExtension: false, description, start);

    // TypeSystemExtension :
    //   - SchemaExtension
    //   - TypeExtension
    private TypeSystemNode ParseTypeSystemExtension()
    {
        var start = _token.Start;
        ExpectKeyword("extend");
        return ParseDefinitionOrExtension(isExtension: true, description: null, start) ?? throw Unexpected();
    }

    private TypeSystemNode? ParseDefinitionOrExtension(bool isExtension, StringValueNode? description, int start)
    {
        if (_token.Kind != TokenKind.Name)
        {
            return null;
        }

        return _lexer.ValueOf(_token) switch
        {
            "schema" => ParseSchema(isExtension, description, start),
            "scalar" => ParseScalarType(isExtension, description, start),
            "type" => ParseObjectType(isExtension, description, start),
            "interface" => ParseInterfaceType(isExtension, description, start),
            "union" => ParseUnionType(isExtension, description, start),
            "enum" => ParseEnumType(isExtension, description, start),
            "input" => ParseInputObjectType(isExtension, description, start),
            _ => null,
        };
    }

    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    // SchemaExtension :
    //   - extend schema Directives[Const]? { RootOperationTypeDefinition+ }
    //   - extend schema Directives[Const] [lookahead != `{`]
    private SchemaNode ParseSchema(bool isExtension, StringValueNode? description, int start)
    {
        Advance();
        var directives = ParseDirectives(isConst: true);
        var operationTypes =
            isExtension && _token.Kind != TokenKind.BraceLeft
                ? []
                : Many(TokenKind.BraceLeft, static parser => parser.ParseOperationType(), TokenKind.BraceRight);
        RequireContent(isExtension, directives.Length + operationTypes.Length);
        return new SchemaNode(isExtension, description, directives, operationTypes, SpanFrom(start));
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeNode ParseOperationType()
    {
        var token = _token;
        var operation = KeywordOperation();
        Expect(TokenKind.Name);
        if (operation is null)
        {
            throw Unexpected(token);
        }

        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeNode(operation.Value, type, SpanFrom(token.Start));
    }

    // ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    // ScalarTypeExtension : extend scalar Name Directives[Const]
    private ScalarTypeNode ParseScalarType(bool isExtension, StringValueNode? description, int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(isExtension, directives.Length);
        return new ScalarTypeNode(isExtension, description, name, directives, SpanFrom(start));
    }

    // ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    // ObjectTypeExtension : extend type Name, and at least one of the three
    private ObjectTypeNode ParseObjectType(bool isExtension, StringValueNode? description, int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeNode(isExtension, description, name, interfaces, directives, fields, SpanFrom(start));
    }

    // InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    // InterfaceTypeExtension : extend interface Name, and at least one of the three
    private InterfaceTypeNode ParseInterfaceType(bool isExtension, StringValueNode? description, int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeNode(isExtension, description, name, interfaces, directives, fields, SpanFrom(start));
    }

    // UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    // UnionTypeExtension : extend union Name, and at least one of the two
    // UnionMemberTypes : = |? NamedType ( | NamedType )*
    private UnionTypeNode ParseUnionType(bool isExtension, StringValueNode? description, int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        NamedTypeNode[] types = TakeIf(TokenKind.EqualsSign)
            ? Delimited(TokenKind.Pipe, static parser => parser.ParseNamedType())
            : [];
        RequireContent(isExtension, directives.Length + types.Length);
        return new UnionTypeNode(isExtension, description, name, directives, types, SpanFrom(start));
    }

    // EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    // EnumTypeExtension : extend enum Name, and at least one of the two
    private EnumTypeNode ParseEnumType(bool isExtension, StringValueNode? description, int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(
            TokenKind.BraceLeft,
            static parser => parser.ParseEnumValueDefinition(),
            TokenKind.BraceRight
        );
        RequireContent(isExtension, directives.Length + values.Length);
        return new EnumTypeNode(isExtension, description, name, directives, values, SpanFrom(start));
    }

    // InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    // InputObjectTypeExtension : extend input Name, and at least one of the two
    private InputObjectTypeNode ParseInputObjectType(bool isExtension, StringValueNode? description, int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(
            TokenKind.BraceLeft,
            static parser => parser.ParseInputValueDefinition(),
            TokenKind.BraceRight
        );
        RequireContent(isExtension, directives.Length + fields.Length);
        return new InputObjectTypeNode(isExtension, description, name, directives, fields, SpanFrom(start));
    }

    private void RequireContent(bool isExtension, int parts)
    {
        if (isExtension && parts == 0)
        {
            throw Unexpected();
        }
    }
}
