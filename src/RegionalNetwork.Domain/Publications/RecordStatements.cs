using RegionalNetwork.Domain.Councils;
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
        if (!PublicationAuthorisation.MayRecordStatements(context.Actor, Council))
        {
            return CommonRefusals.NotPermitted(PublicationRefusals.WhoMayRecordStatements);
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
        var input = new InputCheck();
        var title = input.Line(Title, Limits.PublicationTitleCharacters, "title");
        input.Require(ContentHashes.IsValid(ContentHash), PublicationRefusals.NotAHash);
        if (Council is not null)
        {
            input.Add(CouncilCodes.Fault(Council, "council"));
        }
        var statements = StatementRules.Checked(Statements, input);
        return input.Failed
            ? Decision<PublicationEvent>.Refused(input.Refusals)
            : new StatementsRecorded(
                Publication.Slug,
                state.Latest + 1,
                title,
                Council,
                ContentHash,
                context.Now,
                statements
            );
    }
}
