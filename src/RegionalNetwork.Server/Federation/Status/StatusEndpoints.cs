using Microsoft.Net.Http.Headers;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Server.Federation.Members;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Pages;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Federation.Status;

/// <summary><c>GET /federation</c>, a page, and <c>GET /federation/status</c>, the same as JSON: for operators of this service.</summary>
internal sealed class StatusEndpoints(NetworkHost network, FederationReports reports)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/federation", ShowAsync);
        routes.MapGet("/federation/status", WriteAsync);
    }

    private FederationStatus Status => FederationStatus.Of(network.Projection.Current.Snapshot, reports);

    private async Task ShowAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
        {
            await PageLayout.RefuseAsync(http, refusal, "Only an operator of this service sees this page.");
            return;
        }

        await PageLayout.WriteAsync(http, StatusCodes.Status200OK, StatusPage.Write(Status));
    }

    private async Task WriteAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
        {
            await FederationAnswer.RefuseAsync(
                http,
                refusal,
                PermissionCheck.ForbiddenCode,
                "Send the token of an operator of this service."
            );
            return;
        }

        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        await http.Response.WriteAsJsonAsync(
            Status,
            StatusJson.Default.FederationStatus,
            cancellationToken: http.RequestAborted
        );
    }

    /// <returns>The status of a refusal; null for who may see it.</returns>
    private async Task<int?> RefusalAsync(HttpContext http)
    {
        var (caller, refused) = await Callers.FindAsync(http);
        if (caller?.SignedIn is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return refused?.Status ?? StatusCodes.Status401Unauthorized;
        }

        var request = new NetworkRequest(network, caller) { Http = http };
        if (request.Actor?.May(Permission.FederateNodes) == true)
        {
            return null;
        }

        request.RecordRefusal(PermissionCheck.ForbiddenCode);
        return StatusCodes.Status403Forbidden;
    }
}
