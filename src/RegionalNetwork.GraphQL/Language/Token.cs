using System.Runtime.InteropServices;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Language.Source-Text.Lexical-Tokens, and comments.</summary>
public enum TokenKind
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
    Comment,
}

/// <summary>A stretch of the source. Its value is made only when asked for, by <see cref="Lexer.ValueOf"/>.</summary>
/// <param name="End">Exclusive.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Token(TokenKind Kind, int Start, int End);

public static class TokenKindWords
{
    private static readonly string[] Words =
    [
        "<EOF>",
        "\"!\"",
        "\"$\"",
        "\"&\"",
        "\"(\"",
        "\")\"",
        "\"...\"",
        "\":\"",
        "\"=\"",
        "\"@\"",
        "\"[\"",
        "\"]\"",
        "\"{\"",
        "\"|\"",
        "\"}\"",
        "Name",
        "Int",
        "Float",
        "String",
        "BlockString",
        "Comment",
    ];

    /// <summary>As error messages name it: punctuation in quotes.</summary>
    public static string Word(this TokenKind kind) => Words[(int)kind];
}
