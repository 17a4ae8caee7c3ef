namespace RegionalNetwork.Domain.Themes;

/// <summary>One of the sixteen subjects under which priorities and workstreams are found.</summary>
/// <param name="Code"><c>T01</c> to <c>T16</c>. Stable.</param>
public sealed record Theme(string Code, string Title);
