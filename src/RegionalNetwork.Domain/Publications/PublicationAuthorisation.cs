using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Who may do what to publications.</summary>
internal static class PublicationAuthorisation
{
    /// <summary>Official statistics are everybody's benchmark: only those who answer for the whole network import them.</summary>
    public static bool MayImport(Actor actor) => actor.May(Permission.ImportStatistics);

    /// <summary>A council's own people record what its report states; nobody else's people do.</summary>
    public static bool MayRecordStatements(Actor actor, string? council) =>
        MayImport(actor) || (council is not null && actor.May(Permission.RecordStatements, Place.Council(council)));
}
