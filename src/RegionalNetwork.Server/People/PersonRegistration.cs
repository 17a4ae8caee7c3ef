using System.Security.Cryptography;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.People;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.People;

/// <summary>Makes somebody known who has signed in: a random code, and their identity sealed with a key of their own.</summary>
internal static class PersonRegistration
{
    private const int CodeBytes = 8;

    private static readonly InputFields Fields = InputFields.Of("commandId");

    /// <returns>The code of the person, new or known before; or why they could not be registered.</returns>
    public static async Task<(string? Person, CommandOutcome? Failure)> RunAsync(
        ResolverContext context,
        SignedIn signedIn,
        string commandId
    )
    {
        var host = context.Network().Host;
        return await host.People.RegisterAsync(
            async () =>
            {
                // Of now, not of when the request began: somebody else's turn may have registered the same person.
                var people = host.Projection.Current.Snapshot.People;
                return host.People.Find(people, signedIn.Identity) is { } known
                    ? (known, null)
                    : await RegisterAsync(context, signedIn, commandId);
            },
            context.CancellationToken
        );
    }

    private static async Task<(string? Person, CommandOutcome? Failure)> RegisterAsync(
        ResolverContext context,
        SignedIn signedIn,
        string commandId
    )
    {
        var host = context.Network().Host;
        var person = $"person-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeBytes))}";
        var details = new PersonalDetails(signedIn.Identity, signedIn.DisplayName);
        var outcome = await Commands.RunAsync(
            context,
            commandId,
            person,
            Fields,
            (grains, _, id, cancellation) =>
            {
                var people = host.Projection.Current.Snapshot.People;
                person = host.People.CodeFor(people, signedIn.Identity, person);
                return grains.SendAsync(
                    new Actor(person, []),
                    id,
                    new RegisterPerson(
                        person,
                        signedIn.IsApplication ? PersonKind.Application : PersonKind.Human,
                        host.People.Seal(person, details)
                    ),
                    cancellation
                );
            }
        );
        return outcome.Succeeded ? (person, null) : (null, outcome);
    }
}
