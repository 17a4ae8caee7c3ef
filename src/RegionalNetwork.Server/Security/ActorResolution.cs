using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>The one place that makes an actor of whoever is signed in.</summary>
internal static class ActorResolution
{
    public static Actor Resolve(SignedIn signedIn) =>
        signedIn.Assumed ?? new Actor(signedIn.Identity.Subject, [], null, null);
}
