using System.Text.Json.Serialization;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Exports;

/// <summary>Why there is no file.</summary>
internal sealed record ExportProblem(string Code, string Message)
{
    public static readonly ExportProblem NotFound = new(
        "NOT_FOUND",
        $"There is no such table. GET {ExportAddresses.Root} lists those that there are."
    );

    public static readonly ExportProblem TooLarge = new(
        "EXPORT_TOO_LARGE",
        $"The table has more than {ExportLimits.Rows:N0} rows. Fetch its indicators one by one."
    );

    public static readonly ExportProblem Busy = new(
        "EXPORTS_BUSY",
        "Too many files are being made. Try again in a few seconds."
    );
}

/// <summary>What <c>GET /exports</c> answers: every table that the caller can fetch.</summary>
internal sealed record ExportList(IReadOnlyList<ExportEntry> Tables)
{
    public static ExportList For(NetworkRequest request)
    {
        var sources = IndicatorSources.All(request);
        return new ExportList([
            .. request
                .Snapshot.Publications.All.SelectMany(publication => publication.Vintages)
                .Select(vintage => new ExportEntry(
                    "VINTAGE",
                    $"{vintage.Publication}/{vintage.Number}",
                    vintage.Title,
                    ExportAddresses.OfVintage(vintage)
                )),
            .. sources
                .Select(source => source.Definition.Collection)
                .Distinct()
                .Select(slug => new ExportEntry(
                    "COLLECTION",
                    slug,
                    request.Snapshot.Benchmarks.Catalogue.FindCollection(slug)?.Title ?? slug,
                    ExportAddresses.OfCollection(slug)
                )),
            .. sources
                .Select(source => source.Definition)
                .Select(definition => new ExportEntry(
                    "INDICATOR",
                    definition.Code,
                    definition.Label,
                    ExportAddresses.OfIndicator(definition.Code)
                )),
        ]);
    }
}

/// <param name="Kind"><c>VINTAGE</c>, <c>COLLECTION</c> or <c>INDICATOR</c>.</param>
internal sealed record ExportEntry(string Kind, string Code, string Name, TableFile File);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExportList))]
[JsonSerializable(typeof(ExportProblem))]
internal sealed partial class ExportJson : JsonSerializerContext;
