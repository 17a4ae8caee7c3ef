using System.Globalization;
using System.Text;

namespace RegionalNetwork.GraphQL.Tests.Fuzz;

/// <summary>Documents to be hostile with: noise, mutations of good ones, and shapes that cost some engines dearly.</summary>
internal sealed class FuzzDocuments(Random random, IReadOnlyList<string> seeds)
{
    private const int NoiseCharacters = 400;
    private const int MutationsMax = 6;

    private static readonly string[] Tokens =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "!",
        "=",
        "@",
        "$",
        "&",
        "|",
        "...",
        "\"",
        "\"\"\"",
        "#",
        ",",
        "\\u{110000}",
        "\\u",
        "query",
        "mutation",
        "subscription",
        "fragment",
        "on",
        "null",
        "true",
        "-",
        "0",
        "1e",
        "1.5e400",
        "99999999999999999999",
        "__typename",
        "__schema",
        "__type(name: \"Query\")",
        "council",
        "region",
        "self",
        "all",
        "nodes",
        "either",
        "failsHard",
        "@skip(if: true)",
        "@include(if: $x)",
        "...f0",
        "... on Council",
        "first: 2147483647",
        "\0",
        "\uFEFF",
        "\uD800",
        "\r",
    ];

    /// <summary>Good documents for the schema of <see cref="FuzzSchema"/>.</summary>
    public static IReadOnlyList<string> Good { get; } =
    [
        "{ council { id kind region { councils { id council { fails later { id } } } } } }",
        "query Q($x: Boolean = true, $n: Int) { nodes(first: $n) { id ... on Council @include(if: $x) { echo(on: [1, 2]) } self { id } } }",
        "mutation M($i: Filter!) { change(input: $i) { id failsHard } }",
        "{ either { __typename ... on Region { councils { ...f0 } } ...f1 } } fragment f0 on Council { id kind } "
            + "fragment f1 on Either { ... on Council { ...f0 } }",
        "{ council(filter: { kind: UNITARY, any: [{ text: \"a\\u0041\" }], one: { a: 1 } }) { echo(filter: { inner: { inner: { text: \"\"\"b\"\"\" } } }) } }",
        "{ __schema { types { name fields { name args { name type { name ofType { name } } } } } } __type(name: \"Node\") { possibleTypes { name } } }",
        "{ node(id: \"r\") { id all(first: 2) { all { all { id } } } } }",
    ];

    public string Next() =>
        random.Next(10) switch
        {
            0 => Noise(),
            1 => Soup(),
            2 or 3 => Adversarial(random.Next(Shapes), random.Next(1, 120)),
            _ => Mutated(random.GetItems([.. seeds], 1)[0]),
        };

    public const int Shapes = 12;

    /// <summary>Shapes that grow: each is harmless at size 1.</summary>
    public static string Adversarial(int shape, int size) =>
        shape switch
        {
            0 =>
                $"{{ ...f0 }} {Repeat(size, n => $"fragment f{n} on Query {{ a: council {{ id }} ...f{n + 1} ...f{n + 1} }}")} fragment f{size} on Query {{ region {{ id }} }}",
            1 =>
                $"{{ council {{ ...f0 }} }} {Repeat(size, n => $"fragment f{n} on Council {{ a: council {{ ...f{n + 1} }} b: council {{ ...f{n + 1} }} }}")} fragment f{size} on Council {{ id }}",
            2 => Nested("council { council {", size, " id ", "} }"),
            3 => $"{{ council {{ {Repeat(size, _ => "council { council { id } region { id } }")} }} }}",
            4 => $"{{ council {{ {Repeat(size, n => $"x{n}: council {{ id }}")} }} }}",
            5 =>
                $"{{ council {{ {Repeat(size, n => $"...f{n}")} }} }} {Repeat(size, n => $"fragment f{n} on Council {{ x: council {{ {Repeat(n, m => $"...f{m}")} id }} }}")}",
            6 => $"{{ council(filter: {Nested("{ inner: ", size, "{}", "}")[1..^1]}) {{ id }} }}",
            7 =>
                $"{{ node(id: \"r\") {{ {Nested("all { self { all(first: 100) {", size, " id ", "} } }")[1..^1]} }} }}",
            8 =>
                $"query ({Repeat(size, n => $"$v{n}: Filter = {{ any: [{{}}, {{}}] }}")}) {{ council {{ {Repeat(size, n => $"x{n}: echo(filter: $v{n})")} }} }}",
            9 =>
                $"{{ {Repeat(size, n => $"a{n}: __schema {{ types {{ fields {{ type {{ fields {{ name }} }} }} }} }}")} }}",
            10 => $"{{ council {{ id {Repeat(size, n => $"@d{n}(a: [[[[{n}]]]])")} }} }}",
            _ =>
                $"{{ council {{ ...f0 }} }} {Repeat(size, n => $"fragment f{n} on Council {{ council {{ ...f{(n + 1) % size} ...f{n} }} }}")}",
        };

    private string Noise()
    {
        var bytes = new byte[random.Next(NoiseCharacters)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? Encoding.Latin1.GetString(bytes) : Encoding.Unicode.GetString(bytes);
    }

    private string Soup() => string.Join(random.Next(2) == 0 ? " " : "", random.GetItems(Tokens, random.Next(1, 60)));

    private string Mutated(string document)
    {
        var text = new StringBuilder(document);
        for (var i = random.Next(1, MutationsMax); i > 0 && text.Length > 0; i--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(40, text.Length - at));
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, random.GetItems(Tokens, 1)[0]);
                    break;
                case 3:
                    text[at] = (char)random.Next(char.MaxValue + 1);
                    break;
                case 4:
                    var other = random.GetItems([.. seeds], 1)[0];
                    text.Insert(at, other[random.Next(other.Length)..]);
                    break;
                default:
                    text.Insert(at, random.Next(int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture));
                    break;
            }
        }

        return text.ToString();
    }

    private static string Nested(string open, int levels, string inner, string close) =>
        $"{{ {string.Concat(Enumerable.Repeat(open, levels))}{inner}{string.Concat(Enumerable.Repeat(close, levels))} }}";

    private static string Repeat(int times, Func<int, string> text) =>
        string.Join(' ', Enumerable.Range(0, times).Select(text));
}
