using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.People;

/// <summary>Roles that are offered as the command line does, to whoever has the code.</summary>
internal static class Offers
{
    private static readonly Actor CommandLine = new(RoleAssignment.CommandLine, [new(Role.Operator, Place.Service)]);

    /// <returns>The one-time code.</returns>
    public static async Task<string> OfferOperatorAsync(this NetworkHost host)
    {
        var code = OneTimeCode.New();
        var terms = new RoleTerms(
            Role.Operator,
            Place.Service,
            ServiceScope.Both,
            DateOnly.FromDateTime(DateTime.UtcNow),
            null,
            null
        );
        var snapshot = host.Projection.Current.Snapshot;
        var facts = RoleFacts.Of(snapshot, CommandLine, terms, DateTimeOffset.UtcNow);
        var offer = new OfferRole($"role-{Guid.NewGuid():N}", terms, OneTimeCode.HashOf(code)!, facts);
        var reply = await host.Grains.SendAsync(
            CommandLine,
            Changes.NewId(),
            offer,
            TestContext.Current.CancellationToken
        );
        Assert.IsType<GrainReply<Refusal>.Accepted>(reply);
        await host.Projection.WaitForAsync(reply.Position, TestContext.Current.CancellationToken);
        return code;
    }
}
