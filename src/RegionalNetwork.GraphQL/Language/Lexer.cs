using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>
/// Cuts a source into tokens, one at a time and without allocating.
/// https://spec.graphql.org/September2025/#sec-Language.Source-Text
/// </summary>
public partial struct Lexer(Source source)
{
    private const int EndOfFile = -1;
    private const char ByteOrderMark = '\uFEFF';

    private readonly string _body = source.Body;
    private int _position = 0;

    /// <summary>The next token; a comment is one too. At the end of the source it is the end of file, again and again.</summary>
    public Token Next()
    {
        var body = _body;
        while ((uint)_position < (uint)body.Length)
        {
            var start = _position;
            var character = body[start];
            if (IsNameStart(character))
            {
                return ReadName(start);
            }

            switch (character)
            {
                // Ignored :: UnicodeBOM, WhiteSpace, LineTerminator, Comment, Comma
                case ByteOrderMark or '\t' or ' ' or ',' or '\n' or '\r':
                    _position++;
                    continue;
                case '#':
                    return ReadComment(start);
                case '.' when At(start + 1) == '.' && At(start + 2) == '.':
                    return Take(TokenKind.Spread, start, 3);
                case '"':
                    return At(start + 1) == '"' && At(start + 2) == '"' ? ReadBlockString(start) : ReadString(start);
                case '-' or (>= '0' and <= '9'):
                    return ReadNumber(start);
                default:
                    return ReadPunctuator(start, character);
            }
        }

        return new Token(TokenKind.EndOfFile, body.Length, body.Length);
    }

    /// <summary>What a token means: a name, a number as written, a comment without its #, a string with escapes resolved.</summary>
    public readonly string ValueOf(Token token) =>
        token.Kind switch
        {
            TokenKind.String => Unescape(_body.AsSpan(token.Start + 1, token.End - token.Start - 2)),
            TokenKind.BlockString => BlockString.ValueOf(_body.AsSpan(token.Start + 3, token.End - token.Start - 6)),
            TokenKind.Comment => _body[(token.Start + 1)..token.End],
            _ => _body[token.Start..token.End],
        };

    /// <summary>Whether the token is written exactly so.</summary>
    public readonly bool IsText(Token token, string text) =>
        token.End - token.Start == text.Length && string.CompareOrdinal(_body, token.Start, text, 0, text.Length) == 0;

    // Punctuator :: one of ! $ & ( ) ... : = @ [ ] { | }
    private Token ReadPunctuator(int start, char character)
    {
        var kind = character switch
        {
            '!' => TokenKind.Bang,
            '$' => TokenKind.Dollar,
            '&' => TokenKind.Ampersand,
            '(' => TokenKind.ParenLeft,
            ')' => TokenKind.ParenRight,
            ':' => TokenKind.Colon,
            '=' => TokenKind.EqualsSign,
            '@' => TokenKind.At,
            '[' => TokenKind.BracketLeft,
            ']' => TokenKind.BracketRight,
            '{' => TokenKind.BraceLeft,
            '|' => TokenKind.Pipe,
            '}' => TokenKind.BraceRight,
            _ => throw UnexpectedCharacter(start),
        };
        return Take(kind, start, 1);
    }

    // Name :: NameStart NameContinue* [lookahead != NameContinue]
    private Token ReadName(int start)
    {
        var body = _body;
        var end = start + 1;
        while ((uint)end < (uint)body.Length && IsNameContinue(body[end]))
        {
            end++;
        }

        _position = end;
        return new Token(TokenKind.Name, start, end);
    }

    // Comment :: # CommentChar* [lookahead != CommentChar]
    // CommentChar :: SourceCharacter but not LineTerminator
    private Token ReadComment(int start)
    {
        var end = start + 1;
        while (At(end) is not (EndOfFile or '\n' or '\r') && SourceCharacterLength(end) is var length && length > 0)
        {
            end += length;
        }

        _position = end;
        return new Token(TokenKind.Comment, start, end);
    }

    private Token Take(TokenKind kind, int start, int length)
    {
        _position = start + length;
        return new Token(kind, start, _position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int At(int position) => (uint)position < (uint)_body.Length ? _body[position] : EndOfFile;

    /// <summary>Code units of the Unicode scalar value here: 1 or 2; 0 for half a surrogate pair.</summary>
    private readonly int SourceCharacterLength(int position)
    {
        if (!char.IsSurrogate(_body[position]))
        {
            return 1;
        }

        return position + 1 < _body.Length && char.IsSurrogatePair(_body, position) ? 2 : 0;
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsNameContinue(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private readonly SyntaxError UnexpectedCharacter(int position)
    {
        if (At(position) == '\'')
        {
            return Error("Unexpected single quote character ('), did you mean to use a double quote (\")?", position);
        }

        var word = SourceCharacterLength(position) > 0 ? "Unexpected" : "Invalid";
        return Error($"{word} character: {Quote(position)}.", position);
    }

    private readonly SyntaxError Error(string message, int position) => new(message, source, position);

    /// <summary>A character as messages show it: printable ASCII in quotes, anything else as its code point.</summary>
    private readonly string Quote(int position)
    {
        var character = At(position);
        if (character == EndOfFile)
        {
            return TokenKind.EndOfFile.Word();
        }

        if (character is >= ' ' and <= '~')
        {
            return character == '"' ? "'\"'" : $"\"{(char)character}\"";
        }

        var codePoint = Rune.TryGetRuneAt(_body, position, out var rune) ? rune.Value : character;
        return "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
    }
}
