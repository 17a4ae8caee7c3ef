namespace RegionalNetwork.GraphQL.Language;

public partial struct Lexer
{
    // IntValue :: IntegerPart [lookahead != {Digit, `.`, NameStart}]
    // FloatValue ::
    //   - IntegerPart FractionalPart ExponentPart [lookahead != {Digit, `.`, NameStart}]
    //   - IntegerPart FractionalPart [lookahead != {Digit, `.`, NameStart}]
    //   - IntegerPart ExponentPart [lookahead != {Digit, `.`, NameStart}]
    private Token ReadNumber(int start)
    {
        var kind = TokenKind.Int;
        var end = SkipIntegerPart(start);

        // FractionalPart :: . Digit+
        if (At(end) == '.')
        {
            kind = TokenKind.Float;
            end = SkipDigits(end + 1);
        }

        // ExponentPart :: ExponentIndicator Sign? Digit+
        if (At(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end++;
            end = SkipDigits(At(end) is '+' or '-' ? end + 1 : end);
        }

        if (At(end) == '.' || (At(end) != EndOfFile && IsNameStart(_body[end])))
        {
            throw DigitExpected(end);
        }

        _position = end;
        return new Token(kind, start, end);
    }

    // IntegerPart ::
    //   - NegativeSign? 0
    //   - NegativeSign? NonZeroDigit Digit*
    private readonly int SkipIntegerPart(int start)
    {
        var position = At(start) == '-' ? start + 1 : start;
        if (At(position) != '0')
        {
            return SkipDigits(position);
        }

        position++;
        return IsDigit(At(position))
            ? throw Error($"Invalid number, unexpected digit after 0: {Quote(position)}.", position)
            : position;
    }

    private readonly int SkipDigits(int position)
    {
        if (!IsDigit(At(position)))
        {
            throw DigitExpected(position);
        }

        do
        {
            position++;
        } while (IsDigit(At(position)));

        return position;
    }

    private static bool IsDigit(int character) => character is >= '0' and <= '9';

    private readonly SyntaxError DigitExpected(int position) =>
        Error($"Invalid number, expected digit but got: {Quote(position)}.", position);
}
