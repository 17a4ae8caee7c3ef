using RegionalNetwork.GraphQL.Language;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>A document of a file.</summary>
/// <param name="Line">Where a manifest has it, from 1; null where the file is the document.</param>
/// <param name="Name">What a manifest calls it; null where the file is the document.</param>
internal sealed record TrustedDocument(string File, int? Line, string? Name, string Text)
{
    public IEnumerable<string> Names => Name is null ? [DocumentHash.Of(Text)] : [Name, DocumentHash.Of(Text)];

    public string Place => Line is null ? File : $"{File}:{Line} ({Name})";

    /// <summary>File, line and column as compilers write them; inside a manifest, the line and column of the document.</summary>
    public string PlaceOf(IReadOnlyList<SourceLocation> locations) =>
        locations is not [var first, ..] ? Place
        : Line is null ? $"{File}:{first.Line}:{first.Column}"
        : $"{Place} at {first.Line}:{first.Column} of the document";
}
