using System.Globalization;
using System.Text;

namespace RegionalNetwork.GraphQL.Language;

public partial struct Lexer
{
    private const int FixedEscapeLength = 6;
    private const int MaxVariableEscapeLength = 12;

    // StringValue ::
    //   - `""` [lookahead != `"`]
    //   - `"` StringCharacter+ `"`
    private Token ReadString(int start)
    {
        var position = start + 1;
        while (At(position) is not (EndOfFile or '\n' or '\r'))
        {
            switch (_body[position])
            {
                case '"':
                    _position = position + 1;
                    return new Token(TokenKind.String, start, _position);
                case '\\':
                    position += EscapeLength(position);
                    break;
                default:
                    position += StringCharacterLength(position);
                    break;
            }
        }

        throw Error("Unterminated string.", position);
    }

    // StringValue ::
    //   - `"""` BlockStringCharacter* `"""`
    // BlockStringCharacter ::
    //   - SourceCharacter but not `"""` or `\"""`
    //   - `\"""`
    private Token ReadBlockString(int start)
    {
        var position = start + 3;
        while (At(position) != EndOfFile)
        {
            switch (_body[position])
            {
                case '"' when IsTripleQuote(position):
                    _position = position + 3;
                    return new Token(TokenKind.BlockString, start, _position);
                case '\\' when IsTripleQuote(position + 1):
                    position += 4;
                    break;
                default:
                    position += StringCharacterLength(position);
                    break;
            }
        }

        throw Error("Unterminated string.", position);
    }

    private readonly bool IsTripleQuote(int position) =>
        At(position) == '"' && At(position + 1) == '"' && At(position + 2) == '"';

    private readonly int StringCharacterLength(int position)
    {
        var length = SourceCharacterLength(position);
        return length > 0 ? length : throw Error($"Invalid character within String: {Quote(position)}.", position);
    }

    // StringCharacter ::
    //   - SourceCharacter but not `"` or `\` or LineTerminator
    //   - `\u` EscapedUnicode
    //   - `\` EscapedCharacter
    private readonly int EscapeLength(int position)
    {
        if (At(position + 1) == 'u')
        {
            return At(position + 2) == '{' ? VariableEscapeLength(position) : FixedEscapeLengthAt(position);
        }

        // EscapedCharacter :: one of `"` `\` `/` `b` `f` `n` `r` `t`
        return At(position + 1) is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'
            ? 2
            : throw Error($"Invalid character escape sequence: \"{Slice(position, 2)}\".", position);
    }

    // EscapedUnicode :: `{` HexDigit+ `}`
    private readonly int VariableEscapeLength(int position)
    {
        var codePoint = 0;
        var length = 3;
        while (length < MaxVariableEscapeLength)
        {
            var character = At(position + length++);
            if (character == '}' && length > 4 && Rune.IsValid(codePoint))
            {
                return length;
            }

            var digit = HexDigit(character);
            if (digit < 0)
            {
                break;
            }

            codePoint = (codePoint << 4) | digit;
            if (codePoint < 0)
            {
                break;
            }
        }

        throw InvalidUnicodeEscape(position, length);
    }

    // EscapedUnicode :: HexDigit HexDigit HexDigit HexDigit, where a leading surrogate needs a trailing one after it.
    private readonly int FixedEscapeLengthAt(int position)
    {
        var codeUnit = FourHexDigits(position + 2);
        if (codeUnit >= 0 && !char.IsSurrogate((char)codeUnit))
        {
            return FixedEscapeLength;
        }

        var next = position + FixedEscapeLength;
        if (codeUnit >= 0 && char.IsHighSurrogate((char)codeUnit) && At(next) == '\\' && At(next + 1) == 'u')
        {
            var trailing = FourHexDigits(next + 2);
            if (trailing >= 0 && char.IsLowSurrogate((char)trailing))
            {
                return 2 * FixedEscapeLength;
            }
        }

        throw InvalidUnicodeEscape(position, FixedEscapeLength);
    }

    private readonly int FourHexDigits(int position)
    {
        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = HexDigit(At(position + i));
            if (digit < 0)
            {
                return -1;
            }

            value = (value << 4) | digit;
        }

        return value;
    }

    private static int HexDigit(int character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'A' and <= 'F' => character - 'A' + 10,
            >= 'a' and <= 'f' => character - 'a' + 10,
            _ => -1,
        };

    private readonly SyntaxError InvalidUnicodeEscape(int position, int length) =>
        Error($"Invalid Unicode escape sequence: \"{Slice(position, length)}\".", position);

    private readonly string Slice(int position, int length) =>
        _body.Substring(position, Math.Min(length, _body.Length - position));

    /// <summary>Resolves the escapes of a string that <see cref="ReadString"/> has accepted.</summary>
    private static string Unescape(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\'))
        {
            return raw.ToString();
        }

        var value = new StringBuilder(raw.Length);
        while (raw.IndexOf('\\') is var backslash && backslash >= 0)
        {
            value.Append(raw[..backslash]);
            raw = raw[(backslash + 1)..];
            raw = raw[AppendEscaped(value, raw)..];
        }

        return value.Append(raw).ToString();
    }

    /// <returns>Code units after the backslash that the escape takes.</returns>
    private static int AppendEscaped(StringBuilder value, ReadOnlySpan<char> escape)
    {
        if (escape[0] == 'u' && escape[1] == '{')
        {
            var end = escape.IndexOf('}');
            var rune = new Rune(int.Parse(escape[2..end], NumberStyles.AllowHexSpecifier));
            value.Append(rune.ToString());
            return end + 1;
        }

        if (escape[0] == 'u')
        {
            value.Append((char)int.Parse(escape[1..5], NumberStyles.AllowHexSpecifier));
            return 5;
        }

        value.Append(
            escape[0] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var same => same,
            }
        );
        return 1;
    }
}
