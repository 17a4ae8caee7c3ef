namespace RegionalNetwork.Server.Security;

/// <summary>What the log has of security; the numbers are the log's own event ids and never change.</summary>
internal enum SecurityEvent
{
    SignedIn = 30,
    SignInRefused = 31,
    SignedOut = 32,

    /// <summary>Somebody asked for what they may not see or do, or for more than their budget.</summary>
    PermissionRefused = 33,
    TokenRefused = 34,

    /// <summary>A one-time code that is none, or is of no use any more.</summary>
    CodeRefused = 35,
    UploadRefused = 36,
}
