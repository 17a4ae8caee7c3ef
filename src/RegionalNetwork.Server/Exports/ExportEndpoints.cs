using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.GraphQLHttp.Caching;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Exports;

/// <summary>
/// <c>/exports</c>: tables as files in the DfE open data standard. Each is made anew for whoever asks, so that it shows exactly what
/// the same caller's query would, and its entity tag is of what was made.
/// </summary>
internal sealed class ExportEndpoints(NetworkHost network)
{
    private const string ContentType = "text/csv; charset=utf-8";

    /// <summary>In the entity tag: no form of a GraphQL answer.</summary>
    private const byte CsvForm = byte.MaxValue;

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private int _making;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(ExportAddresses.Root, Methods, ListAsync);
        Add("indicators/{file}", (request, http, name) => ExportTables.Indicator(request, name));
        Add("collections/{file}", (request, http, name) => ExportTables.Collection(request, name));
        Add(
            "publications/{code}/{file}",
            (request, http, name) => ExportTables.Vintage(request, Route(http, "code"), name)
        );
        Add(
            "councils/{code}/{file}",
            (request, http, name) =>
                name == "comparison"
                    ? ExportTables.Comparison(request, Route(http, "code"), http.Request.Query)
                    : null
        );

        void Add(string path, Func<NetworkRequest, HttpContext, string, ExportTable?> find) =>
            routes.MapMethods(
                $"{ExportAddresses.Root}/{path}",
                Methods,
                (HttpContext http) => AnswerAsync(http, find)
            );
    }

    private async Task ListAsync(HttpContext http)
    {
        if (await RequestOfAsync(http) is not { } request)
        {
            return;
        }

        var list = ExportList.For(request);
        if (await IsPaidAsync(http, request, list.Tables.Count) && await IsRecordedAsync(http, request))
        {
            await WriteAsync(http, StatusCodes.Status200OK, list, ExportJson.Default.ExportList);
        }
    }

    private async Task AnswerAsync(HttpContext http, Func<NetworkRequest, HttpContext, string, ExportTable?> find)
    {
        if (await RequestOfAsync(http) is not { } request)
        {
            return;
        }

        if (Interlocked.Increment(ref _making) > ExportLimits.AtOnce)
        {
            Interlocked.Decrement(ref _making);
            http.Response.Headers.RetryAfter = ExportLimits.RetryAfterSeconds;
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, ExportProblem.Busy);
            return;
        }

        try
        {
            await AnswerAsync(http, request, find);
        }
        catch (GraphQLFieldException fault)
        {
            var problem = new ExportProblem(fault.Code ?? "INVALID", fault.Message);
            await RefuseAsync(http, StatusCodes.Status422UnprocessableEntity, problem);
        }
        catch (ExportTooLargeException)
        {
            await RefuseAsync(http, StatusCodes.Status422UnprocessableEntity, ExportProblem.TooLarge);
        }
        finally
        {
            Interlocked.Decrement(ref _making);
        }
    }

    private static async Task AnswerAsync(
        HttpContext http,
        NetworkRequest request,
        Func<NetworkRequest, HttpContext, string, ExportTable?> find
    )
    {
        var (name, isMetadata) = NameOf(Route(http, "file"));
        if (name is null || find(request, http, name) is not { } table)
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, ExportProblem.NotFound);
            return;
        }

        if (!await IsPaidAsync(http, request, isMetadata ? table.Columns.Count : table.CostUnits))
        {
            return;
        }

        if (table.RowsAtMost > ExportLimits.Rows)
        {
            throw new ExportTooLargeException();
        }

        var lines = isMetadata ? ExportLines.OfMetadata(table) : ExportLines.OfData(table);
        var digest = ExportFile.Digest(lines);
        // All that the file shows has been looked at now, and nothing has left yet.
        if (!await IsRecordedAsync(http, request))
        {
            return;
        }

        var caller = (await Callers.FindAsync(http)).Caller!;
        if (AnswerCaching.IsNotModified(http, EntityTags.OfHash(digest.Hash, CsvForm, caller), caller))
        {
            return;
        }

        var ending = isMetadata ? ExportAddresses.MetadataEnding : ExportAddresses.DataEnding;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = digest.Bytes;
        http.Response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{table.Name}{ending}\"";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await ExportFile.WriteAsync(lines, http.Response.Body, http.RequestAborted);
        }
    }

    /// <summary>Null where the caller was refused.</summary>
    private async Task<NetworkRequest?> RequestOfAsync(HttpContext http)
    {
        AnswerCaching.Vary(http.Response);
        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, Callers.OnBehalfOf);
        var (caller, refusal) = await Callers.FindAsync(http);
        if (caller is not null)
        {
            return NetworkRequest.Of(network, caller, http);
        }

        refusal!.Apply(http.Response);
        await RefuseAsync(http, refusal.Status, new ExportProblem("UNAUTHENTICATED", refusal.Message));
        return null;
    }

    private static async Task<bool> IsPaidAsync(HttpContext http, NetworkRequest request, double units)
    {
        request.CostUnits = units;
        if (request.Spending?.Pay(units) is not { } refusal)
        {
            return true;
        }

        await RefuseAsync(
            http,
            StatusCodes.Status429TooManyRequests,
            new ExportProblem(Spending.RateLimited, refusal.Message)
        );
        return false;
    }

    private static async Task<bool> IsRecordedAsync(HttpContext http, NetworkRequest request)
    {
        if (await DisclosureRecords.TryWriteAsync(request, http))
        {
            return true;
        }

        await RefuseAsync(
            http,
            StatusCodes.Status503ServiceUnavailable,
            new ExportProblem("ACCESS_LOG_UNAVAILABLE", DisclosureRecords.Impossible.Message)
        );
        return false;
    }

    private static string Route(HttpContext http, string name) => (string)http.GetRouteValue(name)!;

    private static (string? Name, bool IsMetadata) NameOf(string file) =>
        file.EndsWith(ExportAddresses.MetadataEnding, StringComparison.Ordinal)
            ? (file[..^ExportAddresses.MetadataEnding.Length], true)
        : file.EndsWith(ExportAddresses.DataEnding, StringComparison.Ordinal)
            ? (file[..^ExportAddresses.DataEnding.Length], false)
        : (null, false);

    private static Task RefuseAsync(HttpContext http, int status, ExportProblem problem) =>
        WriteAsync(http, status, problem, ExportJson.Default.ExportProblem);

    private static Task WriteAsync<T>(HttpContext http, int status, T answer, JsonTypeInfo<T> json)
    {
        AnswerCaching.Forbid(http.Response);
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(answer, json, cancellationToken: http.RequestAborted);
    }
}
