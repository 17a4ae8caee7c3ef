using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Every reason why a publication refuses a command. Codes are part of the API: they never change.</summary>
internal static class PublicationRefusals
{
    public static Refusal MayNotImport { get; } =
        new(
            "PUBLICATION_IMPORT_NOT_ALLOWED",
            "Ask the service's operator or the national office to import official statistics: your role may not."
        );

    public static Refusal MayNotRecordStatements { get; } =
        new(
            "STATEMENTS_NOT_ALLOWED",
            "Ask the Principal Social Worker or a data officer of the council whose report it is, or the national office, to record its figures.",
            "council"
        );

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

    public static Refusal Missing(string field) => new("FIELD_MISSING", $"Fill in the {field}.", field);

    public static Refusal TooLong(string field, int limit) =>
        new("FIELD_TOO_LONG", $"Shorten the {field} to at most {limit} characters.", field);

    public static Refusal NotAHash { get; } =
        new(
            "CONTENT_HASH_INVALID",
            "Give the SHA-256 of the content as 64 lower-case hexadecimal digits.",
            "contentHash"
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

    public static Refusal Statement(string message, int index, string field) =>
        new("STATEMENT_INVALID", $"Statement {index + 1}: {message}", "statements", $"{index}", field);

    private static string Clipped(string text) => text.Length <= 40 ? text : $"{text[..40]}...";
}
