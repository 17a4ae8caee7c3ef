using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Takes in a data file as a new vintage of a publication. The content of the current vintage changes nothing; a
/// corrected file becomes the current vintage, and the ones before remain readable.</summary>
/// <param name="ContentHash">SHA-256 of data and metadata together, lower-case hexadecimal.</param>
/// <param name="Warnings">What the importer found odd but not ambiguous.</param>
public sealed record ImportVintage(
    PublicationId Publication,
    string Title,
    string FileName,
    string ContentHash,
    DataSet Data,
    IReadOnlyList<string> Warnings
) : PublicationCommand(Publication)
{
    public override Decision<PublicationEvent> Decide(PublicationState state, CommandContext context)
    {
        if (!PublicationAuthorisation.MayImport(context.Actor))
        {
            return CommonRefusals.NotPermitted(PublicationRefusals.WhoMayImport);
        }
        if (state.Kind is PublicationKind.Report)
        {
            return PublicationRefusals.KindDiffers(PublicationKind.Report);
        }
        if (state.CurrentHash == ContentHash)
        {
            return Decision<PublicationEvent>.Unchanged;
        }
        var input = new InputCheck();
        var title = input.Line(Title, Limits.PublicationTitleCharacters, "title");
        var fileName = input.Line(FileName, Limits.FileNameCharacters, "fileName");
        input.Require(ContentHashes.IsValid(ContentHash), PublicationRefusals.NotAHash);
        input.Require(
            Warnings.Count <= Limits.WarningsPerVintage
                && Warnings.All(warning => warning.Length <= Limits.TextCharacters),
            PublicationRefusals.TooManyWarnings
        );
        foreach (var fault in DataSetRules.Check(Data))
        {
            input.Add(fault);
        }
        return input.Failed
            ? Decision<PublicationEvent>.Refused(input.Refusals)
            : new Decision<PublicationEvent>([.. Events(state.Latest + 1, title, fileName, context.Now)], []);
    }

    private IEnumerable<PublicationEvent> Events(int vintage, string title, string fileName, DateTimeOffset now)
    {
        yield return new VintageImported(
            Publication.Slug,
            vintage,
            title,
            fileName,
            ContentHash,
            now,
            Data.Periods,
            Data.Areas,
            Data.Dimensions,
            Data.Slices,
            Data.Indicators,
            Data.Texts,
            Data.Rows.Count,
            Warnings
        );
        var rowsPerEvent = Math.Max(1, Limits.FiguresPerEvent / Data.Indicators.Count);
        for (var first = 0; first < Data.Rows.Count; first += rowsPerEvent)
        {
            yield return Chunk(vintage, first, Math.Min(rowsPerEvent, Data.Rows.Count - first));
        }
    }

    private FiguresRecorded Chunk(int vintage, int first, int count)
    {
        var (periods, areas, slices) = (new int[count], new int[count], new int[count]);
        for (var offset = 0; offset < count; offset++)
        {
            (periods[offset], areas[offset], slices[offset]) = Data.Rows[first + offset];
        }
        var cells = Data.Cells.Select(column => column.AsSpan(first, count).ToArray()).ToArray();
        return new FiguresRecorded(Publication.Slug, vintage, first, periods, areas, slices, cells);
    }
}
