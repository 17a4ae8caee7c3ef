using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>
/// Reads a syntax tree out of a text, by recursive descent. Every entry point throws <see cref="SyntaxError"/> for the first
/// fault. https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary
/// </summary>
public sealed partial class Parser
{
    private readonly Source _source;
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokens;
    private int _nesting;

    // Items of the lists that are being read, the innermost list on top: no list of its own for each.
    private readonly List<Node> _open = [];

    private Parser(Source source, ParserLimits limits)
    {
        if (source.Body.Length > limits.MaxCharacters)
        {
            throw new SyntaxError(
                $"Document contains more than {limits.MaxCharacters} characters. Send a shorter document.",
                source,
                limits.MaxCharacters
            );
        }

        _source = source;
        _limits = limits;
        _lexer = new Lexer(source);
        Advance();
        _lastEnd = 0;
    }

    /// <summary>A document from a client, within <see cref="ParserLimits.Request"/>.</summary>
    public static DocumentNode Parse(string text) => Parse(new Source(text, Source.RequestName), ParserLimits.Request);

    // Document : Definition+
    public static DocumentNode Parse(Source source, ParserLimits limits)
    {
        var parser = new Parser(source, limits);
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(parser.ParseDefinition());
        } while (parser._token.Kind != TokenKind.EndOfFile);

        return new DocumentNode([.. definitions], new Span(source, 0, source.Body.Length));
    }

    /// <summary>A value that may hold variables.</summary>
    public static ValueNode ParseValue(Source source, ParserLimits limits) =>
        ParseWhole(source, limits, static parser => parser.ParseValue(isConst: false));

    /// <summary>A value without variables.</summary>
    public static ValueNode ParseConstValue(Source source, ParserLimits limits) =>
        ParseWhole(source, limits, static parser => parser.ParseValue(isConst: true));

    public static TypeNode ParseType(Source source, ParserLimits limits) =>
        ParseWhole(source, limits, static parser => parser.ParseType());

    private static T ParseWhole<T>(Source source, ParserLimits limits, Func<Parser, T> parse)
    {
        var parser = new Parser(source, limits);
        var node = parse(parser);
        parser.Expect(TokenKind.EndOfFile);
        return node;
    }

    // Definition :
    //   - ExecutableDefinition
    //   - TypeSystemDefinitionOrExtension
    private DefinitionNode ParseDefinition()
    {
        var start = _token;
        if (start.Kind == TokenKind.BraceLeft)
        {
            return ParseShorthandQuery();
        }

        var description = ParseDescription();
        if (description is not null && _token.Kind == TokenKind.BraceLeft)
        {
            throw Error("Unexpected description, descriptions are not supported on shorthand queries.", start.Start);
        }

        if (_token.Kind != TokenKind.Name)
        {
            throw Unexpected();
        }

        var definition =
            ParseExecutableDefinition(description, start.Start) ?? ParseTypeSystemDefinition(description, start.Start);
        if (definition is not null)
        {
            return definition;
        }

        if (description is not null)
        {
            throw Error("Unexpected description, only GraphQL definitions support descriptions.", start.Start);
        }

        return IsKeyword("extend") ? ParseTypeSystemExtension() : throw Unexpected();
    }

    // Description : StringValue
    private StringValueNode? ParseDescription() =>
        _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(_lexer.ValueOf(token), SpanFrom(token.Start));
    }

    // Directives : Directive+
    private DirectiveNode[] ParseDirectives(bool isConst)
    {
        if (_token.Kind != TokenKind.At)
        {
            return [];
        }

        var start = _open.Count;
        do
        {
            _open.Add(ParseDirective(isConst));
        } while (_token.Kind == TokenKind.At);

        return Close<DirectiveNode>(start);
    }

    // Directive : @ Name Arguments?
    private DirectiveNode ParseDirective(bool isConst)
    {
        var start = Expect(TokenKind.At).Start;
        var name = ParseName();
        var arguments = ParseArguments(isConst);
        return new DirectiveNode(name, arguments, SpanFrom(start));
    }

    // Arguments : ( Argument+ )
    private ArgumentNode[] ParseArguments(bool isConst) =>
        isConst
            ? OptionalMany(
                TokenKind.ParenLeft,
                static parser => parser.ParseArgument(isConst: true),
                TokenKind.ParenRight
            )
            : OptionalMany(
                TokenKind.ParenLeft,
                static parser => parser.ParseArgument(isConst: false),
                TokenKind.ParenRight
            );

    // Argument : Name : Value
    private ArgumentNode ParseArgument(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ArgumentNode(name, value, SpanFrom(start));
    }
}
