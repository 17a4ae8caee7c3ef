namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <param name="Anchors">Of the section, then of what is defined in it.</param>
/// <param name="Instead">What the table says where the engine does without the section; otherwise null.</param>
internal sealed record SpecificationSection(
    string Chapter,
    string Title,
    IReadOnlyList<string> Anchors,
    string? Instead
);
