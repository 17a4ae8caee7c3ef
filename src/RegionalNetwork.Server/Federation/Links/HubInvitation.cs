namespace RegionalNetwork.Server.Federation.Links;

/// <summary>What the operator of a hub hands over: the one-time code, and by what the hub is known.</summary>
/// <param name="HubId">SHA-256 of the hub's public key, base64url.</param>
internal sealed record HubInvitation(string Code, string HubId)
{
    private const char Separator = '.';
    private const int HubIdCharacters = 43;

    /// <returns>Null where it is none.</returns>
    public static HubInvitation? Find(string text) =>
        text.Trim().Split(Separator) is [{ Length: > 0 } code, { Length: HubIdCharacters } hub]
            ? new HubInvitation(code, hub)
            : null;

    public override string ToString() => $"{Code}{Separator}{HubId}";
}
