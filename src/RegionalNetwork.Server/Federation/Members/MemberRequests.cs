using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>A request that a member was proven to have made.</summary>
/// <param name="Id">Of the request; its answer has the same.</param>
internal sealed record MemberRequest(FederationMember Member, string Id, byte[] Body);

/// <summary>
/// Finds which member makes a request, also one that has left and is to be told so. The proof is judged before any of the body is read.
/// </summary>
internal sealed class MemberRequests(NetworkHost network, NodeKey key)
{
    private const string Bearer = "Bearer ";
    private const string Unproven = "PROOF_INVALID";

    /// <returns>Null where it is refused; the answer is written then.</returns>
    public async Task<MemberRequest?> ReadAsync(HttpContext http)
    {
        if (!await MayTryAsync(http))
        {
            return null;
        }

        var proof = ProofOf(http);
        var member = NodeProof.IssuerOf(proof) is { } issuer
            ? network.Projection.Current.Snapshot.FederationMembers.Find(issuer)
            : null;
        if (
            member is not { Key: { } memberKey }
            || await NodeProof.ReadAsync(proof, memberKey, member.Code, key.Id) is not { } proven
        )
        {
            await RefuseAsync(http);
            return null;
        }

        if (await RequestBody.ReadAsync(http, FederationLimits.BatchRequestBytes) is not { } body)
        {
            return null;
        }

        if (!proven.IsOf(body))
        {
            await RefuseAsync(http);
            return null;
        }

        return new MemberRequest(member, proven.Id, body);
    }

    public static string ProofOf(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header]
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : "";

    /// <summary>False for an address from which too much came that was no proof and no code; the answer is written then.</summary>
    public static async Task<bool> MayTryAsync(HttpContext http)
    {
        if (FailuresOf(http).WaitOf(CallerKey.Of(http, caller: null)) is not { } wait)
        {
            return true;
        }

        await FederationAnswer.RefuseAsync(
            http,
            StatusCodes.Status429TooManyRequests,
            CodeAttempts.TooMany,
            "Too much that is not valid here came from your address. Wait, then try again.",
            wait
        );
        return false;
    }

    public static void RecordFailure(HttpContext http, SecurityEvent happened, string code)
    {
        FailuresOf(http).Record(CallerKey.Of(http, caller: null));
        SecurityLog.Of(http).Record(happened, code, http, caller: null);
    }

    /// <summary>One sentence for every fault of a proof, so that whoever makes proofs up learns nothing.</summary>
    private static Task RefuseAsync(HttpContext http)
    {
        RecordFailure(http, SecurityEvent.TokenRefused, Unproven);
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return FederationAnswer.RefuseAsync(
            http,
            StatusCodes.Status401Unauthorized,
            Unproven,
            "This node is not enrolled here, or its proof is not valid: check its clock, or have it invited again."
        );
    }

    private static FailedAttempts FailuresOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<FailedAttempts>();
}
