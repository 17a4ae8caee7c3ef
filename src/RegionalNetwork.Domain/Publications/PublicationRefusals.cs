using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Every reason why a publication refuses a command. Codes are part of the API: they never change.</summary>
internal static class PublicationRefusals
{
    public const string WhoMayImport = "the service's operator or the national office";

    public const string WhoMayRecordStatements =
        "the Principal Social Worker or a data officer of the council whose report it is, or the national office";

    public static Refusal KindDiffers(PublicationKind kind) =>
        new(
            "PUBLICATION_KIND_DIFFERS",
            kind == PublicationKind.DataSet
                ? "Choose another publication: this one is a data set, and figures stated in a report cannot join it."
                : "Choose another publication: this one is a narrative report, and a data file cannot join it.",
            "publication"
        );

    public static Refusal OwnerDiffers { get; } =
        new(
            "REPORT_OF_ANOTHER_COUNCIL",
            "Choose another short name: this one is the report of somebody else.",
            "publication"
        );

    public static Refusal NotAHash { get; } =
        new(
            "CONTENT_HASH_INVALID",
            "Give the SHA-256 of the content as 64 lower-case hexadecimal digits.",
            "contentHash"
        );

    public static Refusal TooManyWarnings { get; } =
        new(
            "TOO_MANY_WARNINGS",
            $"Correct the file: at most {Limits.WarningsPerVintage} warnings of {Limits.TextCharacters} characters are kept.",
            "warnings"
        );

    public static Refusal TooMany(string what, long count, long limit, string path) =>
        new("DATA_SET_TOO_LARGE", $"Split the file: it has {count} {what}, and at most {limit} are accepted.", path);

    public static Refusal Empty(string what, string path) =>
        new("DATA_SET_EMPTY", $"Check the file: it has no {what}.", path);

    public static Refusal Inconsistent(string message, string path) => new("DATA_SET_INCONSISTENT", message, path);

    public static Refusal FigureNotReadable(string text, FigureFault fault) =>
        new(
            "FIGURE_NOT_READABLE",
            $"The figure \"{Clipped(text)}\" cannot be read. {FigureText.Explain(fault)}",
            "texts"
        );

    public static Refusal StatementCount { get; } =
        new("STATEMENT_COUNT", $"Give between 1 and {Limits.StatementsPerReport} statements.", "statements");

    public static Refusal StatementIdRepeated(string id) =>
        new(
            "STATEMENT_ID_REPEATED",
            $"Give each statement its own identifier: two have '{Clipped(id)}'.",
            "statements"
        );

    public static Refusal NeitherNumberNorGrade(string field, string index) =>
        new("NUMBER_OR_GRADE", "Give either a number or a grade.", field, index, "value");

    public static Refusal DenominatorNotPositive(string field, string index) =>
        new("DENOMINATOR_NOT_POSITIVE", "Give a denominator above zero, or none.", field, index, "denominator");

    private static string Clipped(string text) => text.Length <= 40 ? text : $"{text[..40]}...";
}
