using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Neighbours;

/// <summary>
/// <c>POST /imports/neighbours</c>: a form with the file as <c>data</c>, the version of the model as <c>model</c>, and a
/// <c>title</c> if it is not to have the usual one. 200 with the edition, or 422 with every fault.
/// </summary>
internal sealed class NeighbourEndpoint(NetworkHost network, ILogger log) : FileEndpoint(network, log)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/imports/neighbours", PostAsync);

    protected override async Task ImportAsync(HttpContext http, Actor actor, IFormCollection form, IFormFile file)
    {
        await using var data = file.OpenReadStream();
        var order = new NeighbourOrder(
            new ImportSource(file.FileName, data),
            form["model"].ToString(),
            form["title"] is [{ Length: > 0 } title] ? title : null
        );
        var outcome = await NeighbourImport.RunAsync(Network, actor, order, http.RequestAborted);
        await WriteAsync(
            http,
            outcome.Imported is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            NeighbourAnswer.Of(outcome),
            NeighbourJson.Default.NeighbourAnswer
        );
    }
}

/// <summary>What a file of neighbours is answered with.</summary>
/// <param name="Edition">Null where nothing was imported.</param>
/// <param name="IsNew">False where the same was there already.</param>
internal sealed record NeighbourAnswer(
    string? Model,
    int? Edition,
    bool IsNew,
    int? CouncilCount,
    int? PairCount,
    int FaultCount,
    IReadOnlyList<ImportProblem> Faults,
    IReadOnlyList<ImportProblem> Warnings
)
{
    public static NeighbourAnswer Of(NeighbourOutcome outcome) =>
        new(
            outcome.Imported?.Version,
            outcome.Imported?.Edition,
            outcome.IsNew,
            outcome.Imported?.Sets.Count,
            outcome.Imported?.Sets.Sum(set => set.Neighbours.Count),
            outcome.FaultCount,
            [
                .. outcome.Reading.Faults.Select(ImportProblem.Of),
                .. outcome.Refusals.Select(r => new ImportProblem(r.Code, null, null, null, null, r.Message)),
            ],
            [.. outcome.Reading.Warnings.Select(ImportProblem.Of)]
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NeighbourAnswer))]
internal sealed partial class NeighbourJson : JsonSerializerContext;
