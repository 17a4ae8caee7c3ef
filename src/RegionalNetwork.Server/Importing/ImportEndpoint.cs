using System.Text.Json.Serialization;
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
/// <c>POST /imports</c>: a form with the file <c>data</c>, its metadata as <c>metadata</c> if there is one, and the code of the
/// publication as <c>publication</c> if the file's columns and name do not tell. 200 with the vintage, or 422 with every fault.
/// </summary>
internal sealed class ImportEndpoint(NetworkHost network, ILogger log)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/imports", PostAsync);

    private async Task PostAsync(HttpContext http)
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

        await ImportAsync(http, actor);
    }

    private async Task ImportAsync(HttpContext http, Actor actor)
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

        await using var data = file.OpenReadStream();
        await using var metadata = form.Files["metadata"]?.OpenReadStream();
        var order = new ImportOrder(
            new ImportSource(file.FileName, data),
            metadata is null ? null : new ImportSource(form.Files["metadata"]!.FileName, metadata),
            form["publication"] is [{ Length: > 0 } publication] ? publication : null
        );
        ImportOutcome outcome;
        try
        {
            outcome = await FileImport.RunAsync(network, actor, order, http.RequestAborted);
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
            return;
        }

        var status = outcome.Vintage is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        await WriteAsync(http, status, ImportAnswer.Of(outcome));
    }

    private static Task WriteAsync(HttpContext http, int status, ImportAnswer answer)
    {
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return http.Response.WriteAsJsonAsync(
            answer,
            ImportJson.Default.ImportAnswer,
            cancellationToken: http.RequestAborted
        );
    }
}

/// <summary>What an upload is answered with.</summary>
/// <param name="Vintage">Null where nothing was imported.</param>
/// <param name="IsNew">False where the content was there already.</param>
internal sealed record ImportAnswer(
    string? Publication,
    int? Vintage,
    bool IsNew,
    int? RowCount,
    int FaultCount,
    IReadOnlyList<ImportProblem> Faults,
    IReadOnlyList<ImportProblem> Warnings
)
{
    public static ImportAnswer Refused(string code, string message) =>
        new(null, null, false, null, 1, [new ImportProblem(code, null, null, null, null, message)], []);

    public static ImportAnswer Of(ImportOutcome outcome) =>
        new(
            outcome.Publication,
            outcome.Vintage?.Number,
            outcome.IsNew,
            outcome.Vintage?.Rows.Count,
            Math.Max(outcome.Reading.FaultCount, outcome.Refusals.Count),
            [
                .. outcome.Reading.Faults.Select(ImportProblem.Of),
                .. outcome.Refusals.Select(r => new ImportProblem(r.Code, null, null, null, null, r.Message)),
            ],
            [.. outcome.Reading.Warnings.Select(ImportProblem.Of)]
        );
}

/// <param name="File"><c>data</c> or <c>metadata</c>; null for the request as a whole.</param>
/// <param name="Row">Line of the file, from 1 with the heading.</param>
internal sealed record ImportProblem(string Code, string? File, int? Row, string? Column, string? Value, string Message)
{
    public static ImportProblem Of(ImportFault fault) =>
        new(
            fault.Code,
            fault.File == ImportFile.Metadata ? "metadata" : "data",
            fault.Row,
            fault.Column,
            fault.Value,
            fault.Message
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportAnswer))]
internal sealed partial class ImportJson : JsonSerializerContext;
