using Microsoft.Net.Http.Headers;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Returns;

/// <summary>Returns as files: the table schema and the template of each collection, and the upload of a filled-in table.</summary>
internal sealed class ReturnEndpoints(NetworkHost network, ILogger log)
{
    private const string PrefillLast = "last";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/returns/{collection}/schema.json", WriteSchemaAsync);
        routes.MapGet("/returns/{collection}/template.csv", WriteTemplateAsync);
        routes.MapPost("/returns/{collection}", new ReturnUpload(network, log).PostAsync);
    }

    private Task WriteSchemaAsync(HttpContext http) =>
        network.TableSchemas.Collections.Find((string)http.GetRouteValue("collection")!) is { } collection
            ? WriteFileAsync(http, "application/json", network.TableSchemas.FileOf(collection))
            : WriteAsync(
                http,
                StatusCodes.Status404NotFound,
                ReturnAnswer.Refused([ReturnRefusals.CollectionNotFound()])
            );

    /// <summary>
    /// Keys and items for a council and period; with <c>prefill=last</c> also the figures that it approved for the period before, for
    /// its own people.
    /// </summary>
    private async Task WriteTemplateAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var (address, problems) = AddressOf(network, http, query["council"].ToString(), query["period"].ToString());
        if (address is null)
        {
            await WriteAsync(http, StatusCodes.Status404NotFound, ReturnAnswer.Refused(problems));
            return;
        }

        ReturnFigures? last = null;
        if (query["prefill"] == PrefillLast)
        {
            var (caller, _) = await Callers.FindAsync(http);
            var request = new NetworkRequest(network, caller ?? Caller.Anonymous) { Http = http };
            last = LastFigures(request, address);
            if (!await DisclosureRecords.TryWriteAsync(request, http))
            {
                await WriteAsync(
                    http,
                    StatusCodes.Status503ServiceUnavailable,
                    ReturnAnswer.Refused("ACCESS_LOG_UNAVAILABLE", DisclosureRecords.Impossible.Message)
                );
                return;
            }
        }

        http.Response.Headers[HeaderNames.ContentDisposition] =
            $"attachment; filename=\"{address.Collection.Code}-{address.Period.Code}.csv\"";
        await WriteFileAsync(http, "text/csv; charset=utf-8", ReturnTemplate.Write(address, last));
    }

    /// <summary>Null for who may not see them, as where there are none.</summary>
    private static ReturnFigures? LastFigures(NetworkRequest request, ReturnAddress address) =>
        request.Snapshot.Returns.PriorReturn(address.Collection, address.Period, address.Unit) is { } before
        && request.Sees(before)
        && ReturnSelection.Kept(request, before) is not null
            ? request.Snapshot.Returns.Prior(address.Collection, address.Period, address.Unit)?.Figures
            : null;

    internal static (ReturnAddress? Address, IReadOnlyList<Domain.Kernel.Refusal> Problems) AddressOf(
        NetworkHost network,
        HttpContext http,
        string council,
        string period
    ) =>
        ReturnAddress.Read(
            network.TableSchemas.Collections,
            (string)http.GetRouteValue("collection")!,
            council,
            period
        );

    internal static Task WriteAsync(HttpContext http, int status, ReturnAnswer answer)
    {
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return http.Response.WriteAsJsonAsync(
            answer,
            ReturnJson.Default.ReturnAnswer,
            cancellationToken: http.RequestAborted
        );
    }

    private static Task WriteFileAsync(HttpContext http, string contentType, ReadOnlyMemory<byte> file)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = file.Length;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return http.Response.Body.WriteAsync(file, http.RequestAborted).AsTask();
    }
}
