using Microsoft.AspNetCore.Authentication;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>Somebody signed in at their issuer, but not as strongly or as lately as is required of it.</summary>
internal sealed class SignInTooWeakException()
    : AuthenticationFailureException("Signing in was too weak or too long ago.")
{
    public const string Code = "AUTHENTICATION_TOO_WEAK";
}
