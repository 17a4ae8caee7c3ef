using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Returns;

/// <summary>A figure of a return with the names of its row and column.</summary>
internal sealed record ReturnedFigure(string Item, string Field, ReturnFigure Figure)
{
    public double? Value => Figure.Number;

    public StatedQualifier Qualifier => Figure.Qualifier;

    public FigureStatus Status => Figure.Status;

    public string Text => Figure.Text;

    /// <summary>Row by row.</summary>
    public static IReadOnlyList<ReturnedFigure> All(ReturnFigures figures) =>
        [
            .. figures.Layout.Items.SelectMany(
                (item, row) =>
                    figures.Layout.Fields.Select(
                        (field, column) => new ReturnedFigure(item, field, figures[row, column])
                    )
            ),
        ];
}

/// <summary>The last round of a collection and period.</summary>
internal sealed record ReturnRound(string Collection, string Period, CompiledRound? Last)
{
    public int Number => Last?.Number ?? 0;

    public DateTimeOffset? At => Last?.At;

    public int Returns => Last?.Included.Count ?? 0;

    public static ReturnRound Of(NetworkSnapshot snapshot, string collection, string period) =>
        new(collection, period, snapshot.Returns.LastRound(collection, period));
}
