using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>
/// <c>POST /federation/members</c>: a node is enrolled with the one-time code that an operator of this hub handed to one of its own.
/// </summary>
internal sealed class EnrolmentEndpoint(NetworkHost network, NodeKey key)
{
    /// <summary>Who enrols is nobody yet: the code is what counts.</summary>
    private static readonly Actor Newcomer = new("service:enrolment", []);

    public async Task PostAsync(HttpContext http)
    {
        if (
            !await MemberRequests.MayTryAsync(http)
            || await RequestBody.ReadAsync(http, FederationLimits.EnrolmentBytes) is not { } body
            || await RequestBody.ParseAsync(http, body, FederationJson.Default.EnrolmentRequest) is not { } request
        )
        {
            return;
        }

        if (await ProveAsync(http, request, body) is not { } id)
        {
            await RefuseAsync(http, FederationRefusals.KeyInvalid(), SecurityEvent.TokenRefused);
            return;
        }

        var hash = OneTimeCode.HashOf(request.Code);
        var invited = hash is null ? null : await FindAsync(hash, http.RequestAborted);
        if (invited is null || await EnrolAsync(invited, hash!, request.Key) is not { } member)
        {
            await RefuseAsync(http, FederationRefusals.CodeInvalid(), SecurityEvent.CodeRefused);
            return;
        }

        await FederationAnswer.WriteAsync(
            http,
            key,
            member.Code,
            id,
            new EnrolmentAnswer(member.Code, member.Enrolments, key.PublicKey, member.Owns, member.Level),
            FederationJson.Default.EnrolmentAnswer
        );
    }

    /// <returns>Id of the request; null where its sender does not hold the private key.</returns>
    private async Task<string?> ProveAsync(HttpContext http, EnrolmentRequest request, byte[] body)
    {
        using var publicKey = NodeKey.Read(request.Key);
        if (publicKey is null)
        {
            return null;
        }

        var issuer = NodeKey.IdOf(publicKey.ExportSubjectPublicKeyInfo());
        var proven = await NodeProof.ReadAsync(MemberRequests.ProofOf(http), request.Key, issuer, key.Id);
        return proven?.IsOf(body) == true ? proven.Id : null;
    }

    /// <summary>Who was invited with a code, also a moment ago by a command beside this server.</summary>
    private async Task<FederationMember?> FindAsync(string hash, CancellationToken cancellation)
    {
        var head = await network.Journal.ReadChainHeadAsync(cancellation);
        var current = await network.Projection.WaitForAsync(head.Position, cancellation);
        return current.Snapshot.FederationMembers.FindInvited(hash);
    }

    /// <returns>Null where the code is of no use any more.</returns>
    private async Task<FederationMember?> EnrolAsync(FederationMember invited, string hash, string publicKey)
    {
        var command = new EnrolMember(invited.Code, hash, publicKey);
        // A command is carried out once the key and the code are known: nobody waits for who hung up.
        var reply = await network.Grains.SendAsync(Newcomer, $"enrol-{Guid.CreateVersion7():N}", command, default);
        return reply is GrainReply<Refusal>.Refused
            ? null
            : (await network.Projection.WaitForAsync(reply.Position)).Snapshot.FederationMembers.Find(invited.Code);
    }

    private static Task RefuseAsync(HttpContext http, Refusal refusal, SecurityEvent happened)
    {
        MemberRequests.RecordFailure(http, happened, refusal.Code);
        return FederationAnswer.RefuseAsync(http, StatusCodes.Status403Forbidden, refusal.Code, refusal.Message);
    }
}
