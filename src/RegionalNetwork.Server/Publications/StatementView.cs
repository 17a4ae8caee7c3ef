using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Publications;

/// <summary>A figure that a report states, with the report.</summary>
internal sealed record StatementView(Publication Publication, StatedFigure Stated)
{
    /// <summary>What all reports state, by report.</summary>
    public static IEnumerable<StatementView> Of(NetworkSnapshot snapshot) => snapshot.Publications.All.SelectMany(Of);

    /// <summary>What the current edition of a report states, in its order; nothing for a data set.</summary>
    public static IReadOnlyList<StatementView> Of(Publication publication) =>
        [.. (publication.CurrentEdition?.Statements ?? []).Select(stated => new StatementView(publication, stated))];
}
