namespace RegionalNetwork.Server.Importing;

/// <summary>A file to read. Its name serves the suggested title only; nothing is opened by it.</summary>
/// <param name="Content">Read once, from its present position to its end, and left open.</param>
public sealed record ImportSource(string FileName, Stream Content);
