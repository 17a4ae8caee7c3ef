using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Importing;

/// <summary>
/// <c>POST /imports</c>: a form with the file <c>data</c>, its metadata as <c>metadata</c> if there is one, and the code of the
/// publication as <c>publication</c> if the file's columns and name do not tell. 200 with the vintage, or 422 with every fault.
/// </summary>
internal sealed class ImportEndpoint(NetworkHost network, ILogger log) : FileEndpoint(network, log)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/imports", PostAsync);

    protected override async Task ImportAsync(HttpContext http, Actor actor, IFormCollection form, IFormFile file)
    {
        await using var data = file.OpenReadStream();
        await using var metadata = form.Files["metadata"]?.OpenReadStream();
        var order = new ImportOrder(
            new ImportSource(file.FileName, data),
            metadata is null ? null : new ImportSource(form.Files["metadata"]!.FileName, metadata),
            form["publication"] is [{ Length: > 0 } publication] ? publication : null
        );
        var outcome = await FileImport.RunAsync(Network, actor, order, http.RequestAborted);
        var status = outcome.Vintage is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        await WriteAsync(http, status, ImportAnswer.Of(outcome), ImportJson.Default.ImportAnswer);
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
