namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>Where a fact is stated.</summary>
/// <param name="Title">Short title of the document.</param>
/// <param name="Reference">Its paragraphs, in its own numbering.</param>
internal sealed record Source(string Title, string Reference)
{
    /// <summary>For brackets behind a statement.</summary>
    public string Citation => $"{Title}, {Reference}";

    /// <summary>The last line of a text.</summary>
    public string Line => $"Source: {Citation}.";
}
