using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Input-Values and #sec-Type-References</summary>
public sealed partial class Parser
{
    // Value :
    //   - [~Const] Variable
    //   - IntValue, FloatValue, StringValue, BooleanValue, NullValue, EnumValue
    //   - ListValue[?Const]
    //   - ObjectValue[?Const]
    private ValueNode ParseValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(_lexer.ValueOf(token), SpanFrom(token.Start));
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(_lexer.ValueOf(token), SpanFrom(token.Start));
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                return ParseNameValue();
            case TokenKind.Dollar:
                return isConst ? throw VariableInConstant() : ParseVariable();
            default:
                throw Unexpected();
        }
    }

    // BooleanValue : one of true false
    // NullValue : null
    // EnumValue : Name but not true, false or null
    private ValueNode ParseNameValue()
    {
        var token = _token;
        Advance();
        var span = SpanFrom(token.Start);
        return _lexer.ValueOf(token) switch
        {
            "true" => new BooleanValueNode(Value: true, span),
            "false" => new BooleanValueNode(Value: false, span),
            "null" => new NullValueNode(span),
            var name => new EnumValueNode(name, span),
        };
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(_lexer.ValueOf(token), token.Kind == TokenKind.BlockString, SpanFrom(token.Start));
    }

    // ListValue :
    //   - [ ]
    //   - [ Value+ ]
    private ListValueNode ParseList(bool isConst)
    {
        EnterNesting();
        var start = _token.Start;
        var values = isConst
            ? Any(TokenKind.BracketLeft, static parser => parser.ParseValue(isConst: true), TokenKind.BracketRight)
            : Any(TokenKind.BracketLeft, static parser => parser.ParseValue(isConst: false), TokenKind.BracketRight);
        LeaveNesting();
        return new ListValueNode(values, SpanFrom(start));
    }

    // ObjectValue :
    //   - { }
    //   - { ObjectField+ }
    private ObjectValueNode ParseObject(bool isConst)
    {
        EnterNesting();
        var start = _token.Start;
        var fields = isConst
            ? Any(TokenKind.BraceLeft, static parser => parser.ParseObjectField(isConst: true), TokenKind.BraceRight)
            : Any(TokenKind.BraceLeft, static parser => parser.ParseObjectField(isConst: false), TokenKind.BraceRight);
        LeaveNesting();
        return new ObjectValueNode(fields, SpanFrom(start));
    }

    // ObjectField : Name : Value
    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ObjectFieldNode(name, value, SpanFrom(start));
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        var name = ParseName();
        return new VariableNode(name, SpanFrom(start));
    }

    private SyntaxError VariableInConstant()
    {
        var dollar = Expect(TokenKind.Dollar);
        return _token.Kind == TokenKind.Name
            ? Error($"Unexpected variable \"${_lexer.ValueOf(_token)}\" in constant value.", dollar.Start)
            : Unexpected(dollar);
    }

    // DefaultValue : = Value[Const]
    private ValueNode? ParseDefaultValue() => TakeIf(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;

    // Type :
    //   - NamedType
    //   - ListType
    //   - NonNullType
    private TypeNode ParseType()
    {
        var start = _token.Start;
        var type = _token.Kind == TokenKind.BracketLeft ? ParseListType() : (TypeNode)ParseNamedType();
        return TakeIf(TokenKind.Bang) ? new NonNullTypeNode(type, SpanFrom(start)) : type;
    }

    // ListType : [ Type ]
    private ListTypeNode ParseListType()
    {
        EnterNesting();
        var start = Expect(TokenKind.BracketLeft).Start;
        var type = ParseType();
        Expect(TokenKind.BracketRight);
        LeaveNesting();
        return new ListTypeNode(type, SpanFrom(start));
    }

    // NamedType : Name
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name, name.Span);
    }
}
