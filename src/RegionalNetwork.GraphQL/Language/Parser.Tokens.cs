using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>What the grammar's productions are written with.</summary>
public sealed partial class Parser
{
    private void Advance()
    {
        _lastEnd = _token.End;
        do
        {
            _token = _lexer.Next();
        } while (_token.Kind == TokenKind.Comment);

        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            throw Error($"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.", _token.Start);
        }
    }

    /// <summary>Called where the grammar is recursive, so that no document is deeper than the stack.</summary>
    private void EnterNesting()
    {
        if (++_nesting > _limits.MaxNestingLevels)
        {
            throw Error(
                $"Document nests more than {_limits.MaxNestingLevels} levels deep. Parsing aborted.",
                _token.Start
            );
        }
    }

    private void LeaveNesting() => _nesting--;

    private Span SpanFrom(int start) => new(_source, start, _lastEnd);

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw Error($"Expected {kind.Word()}, found {Describe(token)}.", token.Start);
        }

        Advance();
        return token;
    }

    private bool TakeIf(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool IsKeyword(string keyword) => _token.Kind == TokenKind.Name && _lexer.IsText(_token, keyword);

    private void ExpectKeyword(string keyword)
    {
        if (!TakeKeywordIf(keyword))
        {
            throw Error($"Expected \"{keyword}\", found {Describe(_token)}.", _token.Start);
        }
    }

    private bool TakeKeywordIf(string keyword)
    {
        if (!IsKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>At least one item between the delimiters.</summary>
    private T[] Many<T>(TokenKind open, Func<Parser, T> parse, TokenKind close)
        where T : Node
    {
        Expect(open);
        var start = _open.Count;
        do
        {
            _open.Add(parse(this));
        } while (!TakeIf(close));

        return Close<T>(start);
    }

    /// <summary>Nothing, or at least one item between the delimiters.</summary>
    private T[] OptionalMany<T>(TokenKind open, Func<Parser, T> parse, TokenKind close)
        where T : Node => _token.Kind == open ? Many(open, parse, close) : [];

    /// <summary>Any number of items between the delimiters.</summary>
    private T[] Any<T>(TokenKind open, Func<Parser, T> parse, TokenKind close)
        where T : Node
    {
        Expect(open);
        var start = _open.Count;
        while (!TakeIf(close))
        {
            _open.Add(parse(this));
        }

        return Close<T>(start);
    }

    /// <summary>At least one item, with the delimiter between items and, if the author likes, before the first.</summary>
    private T[] Delimited<T>(TokenKind delimiter, Func<Parser, T> parse)
        where T : Node
    {
        TakeIf(delimiter);
        var start = _open.Count;
        do
        {
            _open.Add(parse(this));
        } while (TakeIf(delimiter));

        return Close<T>(start);
    }

    /// <summary>Takes the items of the list that began at <paramref name="start"/> off the stack of open lists.</summary>
    private T[] Close<T>(int start)
        where T : Node
    {
        var count = _open.Count - start;
        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = (T)_open[start + i];
        }

        _open.RemoveRange(start, count);
        return items;
    }

    private SyntaxError Unexpected() => Unexpected(_token);

    private SyntaxError Unexpected(Token token) => Error($"Unexpected {Describe(token)}.", token.Start);

    private SyntaxError Error(string message, int offset) => new(message, _source, offset);

    private string Describe(Token token) =>
        token.Kind >= TokenKind.Name ? $"{token.Kind.Word()} \"{_lexer.ValueOf(token)}\"" : token.Kind.Word();
}
