using System.Text.Json;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>What councils returned, in a saved snapshot: board by board, the figures beside the rest.</summary>
internal static class ReturnsPart
{
    public static void Write(SnapshotWriter saved, ReturnDirectory returns, CancellationToken cancellation)
    {
        var figures = new FiguresConverter();
        var (json, layouts) = (SavedJson.With(figures), new LayoutsWritten(saved));
        BoardState[] boards = [.. returns.Boards];
        saved.Write(boards.Length);
        foreach (var board in boards)
        {
            cancellation.ThrowIfCancellationRequested();
            figures.Figures.Clear();
            saved.WriteJson(board, json.BoardState);
            saved.Write(figures.Figures.Count);
            foreach (var one in figures.Figures)
            {
                layouts.Write(one.Layout);
                saved.WriteNumbers(one.CellsAsSpan());
            }
        }

        saved.Write(returns.Layouts.Count);
        foreach (var (collection, layout) in returns.Layouts)
        {
            saved.Write(collection);
            layouts.Write(layout);
        }
    }

    public static ReturnDirectory Read(SnapshotReader saved, CancellationToken cancellation)
    {
        var figures = new FiguresConverter();
        var (json, layouts) = (SavedJson.With(figures), new LayoutsRead(saved));
        var boards = new BoardState[saved.ReadNumber()];
        for (var index = 0; index < boards.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var board = saved.ReadBytes();
            figures.Figures.Clear();
            for (var left = saved.ReadNumber(); left > 0; left--)
            {
                figures.Figures.Add(new ReturnFigures(layouts.Read(), saved.ReadNumbers<ReturnFigure>()));
            }

            boards[index] = JsonSerializer.Deserialize(board, json.BoardState)!;
        }

        var last = new Dictionary<string, ReturnLayout>();
        for (var left = saved.ReadNumber(); left > 0; left--)
        {
            last.Add(saved.ReadText(), layouts.Read());
        }

        return ReturnDirectory.Of(boards, last);
    }

    /// <summary>A layout is written where it is first met, and then by its number: nearly all returns share a few.</summary>
    private sealed class LayoutsWritten(SnapshotWriter saved)
    {
        private readonly Dictionary<ReturnLayout, int> _known = new(ReferenceEqualityComparer.Instance);

        public void Write(ReturnLayout layout)
        {
            if (_known.TryGetValue(layout, out var number))
            {
                saved.Write(number);
                return;
            }

            saved.Write(_known.Count);
            _known.Add(layout, _known.Count);
            saved.WriteJson(layout.Items, SavedJson.Default.IReadOnlyListString);
            saved.WriteJson(layout.Fields, SavedJson.Default.IReadOnlyListString);
        }
    }

    private sealed class LayoutsRead(SnapshotReader saved)
    {
        private readonly List<ReturnLayout> _known = [];

        public ReturnLayout Read()
        {
            var number = (int)saved.ReadNumber();
            if (number == _known.Count)
            {
                _known.Add(
                    new ReturnLayout(
                        saved.ReadJson(SavedJson.Default.IReadOnlyListString),
                        saved.ReadJson(SavedJson.Default.IReadOnlyListString)
                    )
                );
            }

            return _known[number];
        }
    }
}
