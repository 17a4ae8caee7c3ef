namespace RegionalNetwork.Domain.Kernel;

/// <summary>Identifiers that callers choose. They stand in addresses and keys, so they are plain: no space, slash or @.</summary>
public static class Identifier
{
    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Limits.IdCharacters
        && char.IsAsciiLetterOrDigit(id[0])
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
}
