using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Records the figures that a narrative report states, each with its qualifier and paragraph. Recording again with
/// other content makes a new edition that takes the place of the one before.</summary>
/// <param name="Council">ONS code of the council whose report it is, or null for a regional or national one.</param>
/// <param name="ContentHash">SHA-256 of what the statements were taken from, lower-case hexadecimal.</param>
public sealed record RecordStatements(
    PublicationId Publication,
    string Title,
    string? Council,
    string ContentHash,
    IReadOnlyList<StatedFigure> Statements
) : PublicationCommand(Publication)
{
    public override Decision<PublicationEvent> Decide(PublicationState state, CommandContext context)
    {
        if (!PublicationAuthority.MayRecordStatements(context.Actor, Council))
        {
            return PublicationRefusals.MayNotRecordStatements;
        }
        if (state.Kind is PublicationKind.DataSet)
        {
            return PublicationRefusals.KindDiffers(PublicationKind.DataSet);
        }
        if (state.Kind is not null && state.Council != Council)
        {
            return PublicationRefusals.OwnerDiffers;
        }
        if (state.CurrentHash == ContentHash)
        {
            return Decision<PublicationEvent>.Unchanged;
        }
        List<Refusal> refusals =
        [
            .. FieldRules.Text("title", Title, Limits.PublicationTitleCharacters),
            .. FieldRules.Hash(ContentHash),
            .. StatementRules.Check(Statements),
        ];
        return refusals.Count > 0
            ? new Decision<PublicationEvent>([], refusals)
            : new StatementsRecorded(
                Publication.Slug,
                state.Latest + 1,
                Title,
                Council,
                ContentHash,
                context.Now,
                Statements
            );
    }
}
