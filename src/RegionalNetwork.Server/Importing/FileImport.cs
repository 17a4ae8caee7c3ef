using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Importing;

/// <summary>A file to import, from wherever it comes.</summary>
/// <param name="Publication">Code of the publication; null to go by the file's columns, then by its name.</param>
internal sealed record ImportOrder(ImportSource Data, ImportSource? Metadata, string? Publication);

/// <summary>How an import ended.</summary>
/// <param name="Publication">Code of the publication that the file is of.</param>
/// <param name="Vintage">Null where the file was refused; else the vintage with its content.</param>
/// <param name="IsNew">False where the content was that of the current vintage already: nothing changed.</param>
/// <param name="Refusals">Why the publication did not take a file that is in order by itself.</param>
internal sealed record ImportOutcome(
    ImportReading Reading,
    string Publication,
    Vintage? Vintage,
    bool IsNew,
    IReadOnlyList<Refusal> Refusals
);

/// <summary>Reads and checks a whole file, then hands it to its publication in one atomic step.</summary>
internal static class FileImport
{
    private static readonly Refusal InvalidPublication = new(
        "PUBLICATION_CODE_INVALID",
        $"Name the publication in lower-case letters, digits and hyphens, at most {Domain.Limits.PublicationSlugCharacters}.",
        "publication"
    );

    public static async Task<ImportOutcome> RunAsync(
        NetworkHost host,
        Actor actor,
        ImportOrder order,
        CancellationToken cancellation
    )
    {
        using var span = Spans.Source.StartActivity("import");
        var outcome = await TakeAsync(host, actor, order, cancellation);
        var happened =
            outcome.Vintage is null ? "refused"
            : outcome.IsNew ? "imported"
            : "unchanged";
        ServerMeters.CountImport(happened);
        span?.SetTag(ServerMeters.OutcomeTag, happened);
        return outcome;
    }

    private static async Task<ImportOutcome> TakeAsync(
        NetworkHost host,
        Actor actor,
        ImportOrder order,
        CancellationToken cancellation
    )
    {
        var reading = OpenDataFile.Read(order.Data, order.Metadata, CouncilRegister.England);
        if (reading.DataSet is not { } data)
        {
            return new ImportOutcome(reading, order.Publication ?? reading.SuggestedSlug, null, false, []);
        }

        var mapping = host.Catalogue.Recognise([.. data.Indicators.Select(indicator => indicator.Column)]);
        var code = order.Publication ?? mapping?.Publication.Slug ?? reading.SuggestedSlug;
        if (!PublicationId.TryParse(code, out var publication))
        {
            return new ImportOutcome(reading, code, null, false, [InvalidPublication]);
        }

        var command = new ImportVintage(
            publication,
            mapping is not null && mapping.Publication == publication ? mapping.Title : reading.SuggestedTitle,
            Path.GetFileName(order.Data.FileName),
            reading.ContentHash!,
            data,
            [.. reading.Warnings.Select(ImportText.Line)]
        );

        // A new command each time: that content which is there already changes nothing is for the publication to say.
        var commandId = $"import-{Guid.CreateVersion7():N}";
        var reply = await host.Grains.SendAsync(actor, commandId, command, cancellation);
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            return new ImportOutcome(reading, code, null, false, refused.Refusals);
        }

        // Others may import at the same time: the journal knows whether there are events of this command, and the hash which
        // vintage is of this content.
        var events = await host.Journal.FindCommandAsync(
            new StreamId(StreamCategories.Publication, code),
            commandId,
            cancellation
        );
        var published = await host.Projection.WaitForAsync(reply.Position, cancellation);
        var vintage = published
            .Snapshot.Publications.Find(code)
            ?.Vintages.LastOrDefault(each => each.ContentHash == reading.ContentHash);
        return new ImportOutcome(reading, code, vintage, events is not null, []);
    }
}
