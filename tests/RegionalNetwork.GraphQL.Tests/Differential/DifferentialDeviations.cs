using System.Text.RegularExpressions;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>Errors that only one of this engine and graphql-js 16 reports, on purpose.</summary>
internal static partial class DifferentialDeviations
{
    /// <summary>What is kept out of the comparison by the generator, or by what is asked of either side.</summary>
    public static IReadOnlyList<(string Title, string Reason)> NotCompared { get; } =
    [
        (
            "numbers beyond the range of a double",
            "`1e400` is no finite number, so Float refuses it; graphql-js 16 lets a literal pass."
        ),
        ("default values in introspection", "They are shown as written; graphql-js 16 shows what they are coerced to."),
        (
            "default values of the wrong type or in cycles",
            "Schema rules of the September 2025 edition, which graphql-js has from 17 on."
        ),
        (
            "the order of what an extension before its definition adds",
            "That of the text; graphql-js lists the definition first. The specification asks for none."
        ),
        (
            "arguments of an unknown directive",
            "Nothing says what they may be; graphql-js takes them for those of the field that it stands on."
        ),
        ("a directive that uses itself", "Refused by the specification; graphql-js does not look."),
        (
            "an implementation's field deprecated alone",
            "A rule of the September 2025 edition, which graphql-js 16 does not have."
        ),
        ("one type as two root types", "Refused by the specification; graphql-js does so from 17 on."),
        ("a schema that defines Int and its like", "The specification forbids it; graphql-js 16 replaces its own."),
        (
            "`@skip` and `@include` at the root of a subscription",
            "Refused by the September 2025 edition; graphql-js 16 does not."
        ),
        (
            "`__typename` under the alias of another field",
            "It is a String!, so the two conflict where the other is not; graphql-js does not look at its type."
        ),
        (
            "the order of the types suggested for an inline fragment",
            "graphql-js sorts them by a comparison that is no order."
        ),
        (
            "how often a conflict of fields is reported",
            "It can be seen from several selection sets; each engine reports it from those that it visits."
        ),
    ];

    public static IReadOnlyList<(string Title, string Reason, Regex Message)> All { get; } =
    [
        (
            "a nullable variable in a OneOf input object",
            "graphql-js 16 misses it where the object is required or stands for a list, and refuses one with a default; "
                + "IsNonNullPosition() does neither.",
            OneOfVariable()
        ),
        (
            "a fragment on an interface that no object implements",
            "It has no possible types, so it overlaps with nothing; graphql-js lets it overlap with itself.",
            EmptyInterface()
        ),
        (
            "a subscription that selects nothing",
            "A subscription selects exactly one root field; graphql-js looks only for a second one.",
            EmptySubscription()
        ),
        (
            "conflicting fields below a fragment on a type that has no fields",
            "The document is refused for that fragment; what else is said of the fields in it is of no use to anybody.",
            Nowhere()
        ),
        (
            "type system definitions in a request",
            "They are refused whole, so what they hold is not looked at as well.",
            TypeDefinition()
        ),
    ];

    /// <summary>
    /// True where what both say is the same but for these, or where one executed the request and the other refused it for these
    /// alone.
    /// </summary>
    public static bool Explain(string item, string expected, string actual)
    {
        if (TypeDefinition().Match(expected) is { Success: true } definition)
        {
            return actual.Contains(definition.Value, StringComparison.Ordinal);
        }

        var isConflictOurs = Nowhere().IsMatch(expected) || AliasedTypename().IsMatch(item);
        var theirs = Without(expected, isConflictOurs, out var theirKnown);
        var ours = Without(actual, isConflictOurs, out var ourKnown);
        return (theirKnown || ourKnown)
            && (
                theirs.SequenceEqual(ours, StringComparer.Ordinal)
                || (theirKnown && !theirs.Any(IsError))
                || (ourKnown && !ours.Any(IsError))
            );
    }

    private static List<string> Without(string answer, bool isConflictOurs, out bool isKnown)
    {
        var lines = answer.Split('\n').Where(line => line.Length > 0 && line != "arguments ").ToList();
        var left = lines
            .Where(line =>
                !All.Any(known => known.Message.IsMatch(line)) && !(isConflictOurs && Conflict().IsMatch(line))
            )
            .ToList();
        isKnown = left.Count < lines.Count;
        return left;
    }

    private static bool IsError(string line) =>
        line != "valid"
        && !line.StartsWith("data ", StringComparison.Ordinal)
        && !line.StartsWith("arguments ", StringComparison.Ordinal);

    [GeneratedRegex("must be non-nullable to be used for OneOf Input Object", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex OneOfVariable();

    [GeneratedRegex(
        "objects of type \"(?<type>\\w+)\" can never be of type \"\\k<type>\"",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex EmptyInterface();

    [GeneratedRegex("The .* definition is not executable\\. .*", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TypeDefinition();

    [GeneratedRegex("cannot condition on non composite type", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Nowhere();

    /// <summary>In a request as JSON. The generator's own aliases of it are t0, t1 and so on.</summary>
    [GeneratedRegex(
        @"(?<!\bt\d{1,3})(?:\\[nrt]|[\s,]|# note)*:(?:\\[nrt]|[\s,]|# note)*__typename",
        RegexOptions.ExplicitCapture,
        5_000
    )]
    private static partial Regex AliasedTypename();

    [GeneratedRegex("^Fields conflict", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Conflict();

    [GeneratedRegex("must select one top level field", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex EmptySubscription();
}
