using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Importing;

/// <summary>
/// A door for files: a form with the file as <c>data</c>, by whoever may import official statistics. Says no in the same words for
/// every kind of file; what becomes of the file is for each kind.
/// </summary>
internal abstract class FileEndpoint(NetworkHost network, ILogger log)
{
    protected NetworkHost Network => network;

    protected abstract Task ImportAsync(HttpContext http, Actor actor, IFormCollection form, IFormFile file);

    protected Task WriteAsync<T>(HttpContext http, int status, T answer, JsonTypeInfo<T> json)
    {
        if (status == StatusCodes.Status422UnprocessableEntity)
        {
            Uploads.RecordRefusal(http, Uploads.FileFaulty);
        }

        PositionHeaders.Tell(http.Response, network.Projection.Current.Position);
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return http.Response.WriteAsJsonAsync(answer, json, cancellationToken: http.RequestAborted);
    }

    protected async Task PostAsync(HttpContext http)
    {
        var (caller, refusal) = await Uploads.FindCallerAsync(http, "an operator or of the national office");
        if (caller is null)
        {
            await WriteAsync(http, refusal!);
            return;
        }

        var request = new NetworkRequest(network, caller) { Http = http };
        var actor = request.ActingActor!;
        if (!actor.May(Permission.ImportStatistics))
        {
            request.RecordRefusal(PermissionCheck.ForbiddenCode);
            await WriteAsync(
                http,
                new UploadRefusal(
                    StatusCodes.Status403Forbidden,
                    PermissionCheck.ForbiddenCode,
                    "Only an operator or the national office imports official statistics."
                )
            );
            return;
        }

        var (form, formRefusal) = await Uploads.ReadFormAsync(http, HttpLimits.ImportRequestBytes);
        if (form is null)
        {
            await WriteAsync(http, formRefusal!);
            return;
        }

        await ReadAsync(http, actor, form);
    }

    private async Task ReadAsync(HttpContext http, Actor actor, IFormCollection form)
    {
        if (form.Files["data"] is not { } file)
        {
            await WriteAsync(
                http,
                Uploads.Refused(http, StatusCodes.Status400BadRequest, "DATA_MISSING", "Send the file as data.")
            );
            return;
        }

        try
        {
            await ImportAsync(http, actor, form, file);
        }
        catch (Exception fault) when (fault is JournalUnavailableException or GrainBusyException)
        {
            LogMessages.ImportFailed(log, fault);
            await WriteAsync(
                http,
                new UploadRefusal(
                    StatusCodes.Status503ServiceUnavailable,
                    "JOURNAL_UNAVAILABLE",
                    "The journal cannot be written for now. Nothing that was acknowledged is lost. Send the file again later."
                )
            );
        }
    }

    private Task WriteAsync(HttpContext http, UploadRefusal refusal) =>
        WriteAsync(
            http,
            refusal.Status,
            ImportAnswer.Refused(refusal.Code, refusal.Message),
            ImportJson.Default.ImportAnswer
        );
}
