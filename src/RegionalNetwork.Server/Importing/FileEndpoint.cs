using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Importing;

/// <summary>
/// A door for files: a form with the file as <c>data</c>, by whoever may import official statistics. Says no in the same words for
/// every kind of file; what becomes of the file is for each kind.
/// </summary>
internal abstract class FileEndpoint(NetworkHost network, ILogger log)
{
    protected NetworkHost Network => network;

    protected abstract Task ImportAsync(HttpContext http, Actor actor, IFormCollection form, IFormFile file);

    protected static Task WriteAsync<T>(HttpContext http, int status, T answer, JsonTypeInfo<T> json)
    {
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return http.Response.WriteAsJsonAsync(answer, json, cancellationToken: http.RequestAborted);
    }

    protected async Task PostAsync(HttpContext http)
    {
        var (caller, refusal) = await Callers.FindAsync(http);
        if (caller?.SignedIn is null)
        {
            if (refusal is { Status: not StatusCodes.Status401Unauthorized })
            {
                refusal.Apply(http.Response);
                await WriteAsync(http, refusal.Status, ImportAnswer.Refused("UNAUTHENTICATED", refusal.Message));
                return;
            }

            http.Response.Headers.WWWAuthenticate = "Bearer";
            await WriteAsync(
                http,
                StatusCodes.Status401Unauthorized,
                ImportAnswer.Refused("UNAUTHENTICATED", "Send a token of an operator or of the national office.")
            );
            return;
        }

        if (!caller.MayWrite)
        {
            await WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ImportAnswer.Refused(TokenPermissions.ReadOnlyCode, TokenPermissions.ReadOnlyMessage)
            );
            return;
        }

        var actor = new NetworkRequest(network, caller).ActingActor!;
        if (!actor.May(Permission.ImportStatistics))
        {
            await WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ImportAnswer.Refused(
                    "FORBIDDEN",
                    "Only an operator or the national office imports official statistics."
                )
            );
            return;
        }

        if (!http.Request.HasFormContentType)
        {
            await WriteAsync(
                http,
                StatusCodes.Status415UnsupportedMediaType,
                ImportAnswer.Refused("FORM_EXPECTED", "Send a form (multipart/form-data) with the file as data.")
            );
            return;
        }

        await ReadAsync(http, actor);
    }

    private async Task ReadAsync(HttpContext http, Actor actor)
    {
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await WriteAsync(
                http,
                StatusCodes.Status413PayloadTooLarge,
                ImportAnswer.Refused(
                    "FORM_TOO_LARGE",
                    $"The form is larger than {HttpLimits.ImportRequestBytes:N0} bytes. Split the file and send the parts."
                )
            );
            return;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            await WriteAsync(
                http,
                StatusCodes.Status400BadRequest,
                ImportAnswer.Refused(
                    "FORM_UNREADABLE",
                    "The form could not be read: it is cut off, too large or malformed. Send it again."
                )
            );
            return;
        }

        if (form.Files["data"] is not { } file)
        {
            await WriteAsync(
                http,
                StatusCodes.Status400BadRequest,
                ImportAnswer.Refused("DATA_MISSING", "Send the file as data.")
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
                StatusCodes.Status503ServiceUnavailable,
                ImportAnswer.Refused(
                    "JOURNAL_UNAVAILABLE",
                    "The journal cannot be written for now. Nothing that was acknowledged is lost. Send the file again later."
                )
            );
        }
    }

    private static Task WriteAsync(HttpContext http, int status, ImportAnswer answer) =>
        WriteAsync(http, status, answer, ImportJson.Default.ImportAnswer);
}
