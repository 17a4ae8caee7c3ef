using System.Diagnostics;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// What disclosure control costs, and how much it shows, for each real collection returned by every council. Synthetic
/// figures from the printed seed; nothing here passes or fails.
/// </summary>
internal static class LedgersReport
{
    private const int Seed = 302;

    public static int Print(string? only)
    {
        Console.WriteLine(
            $"Synthetic figures, seed {Seed}; every council, one round, and one in which one council restates."
        );
        var definitions = NetworkDefinitions.Load();
        foreach (
            var collection in definitions.TableSchemas.Collections.All.Where(each => only is null || each.Code == only)
        )
        {
            var model = new CollectionModel(collection, definitions.Catalogue);
            Measure(model);
            Console.WriteLine($"{collection.Code}: {Measure(model)}");
        }
        return 0;
    }

    private static string Measure(CollectionModel model)
    {
        var period = PeriodOf(model.Collection);
        var returns = new PlausibleReturns(model.Collection, Seed);
        var round = returns.Round(period);
        var figures = new RoundFigures(model, round, period, NetworkDirectory.Empty, null, null);
        var (slowest, largest) = (TimeSpan.Zero, 0);
        var (cells, shown, lines, asked) = (0, 0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        foreach (var family in model.Families)
        {
            var one = Stopwatch.GetTimestamp();
            var ledger = figures.Ledger(family);
            var time = Stopwatch.GetElapsedTime(one);
            if (time > slowest)
            {
                (slowest, largest) = (time, model.Links.Of(family).Families.Count);
            }
            Count(ledger);
        }
        var all = Stopwatch.GetElapsedTime(began);
        var next = new RoundFigures(model, returns.Restated(round), period, NetworkDirectory.Empty, figures, null);
        began = Stopwatch.GetTimestamp();
        next.Prepare(CancellationToken.None);
        var restated = Stopwatch.GetElapsedTime(began);
        return $"{model.Families.Count} families in {all.TotalMilliseconds:0} ms, the slowest group ({largest} families) "
            + $"{slowest.TotalMilliseconds:0} ms; {100.0 * shown / cells:0} % of {cells:N0} cells shown by name, "
            + $"{lines:N0} of {asked:N0} sums; after one council's restatement {restated.TotalMilliseconds:0} ms";

        void Count(DisclosureLedger ledger)
        {
            cells += ledger.Rows.Length * ledger.Family!.Columns.Count;
            shown += ledger.Rows.Sum(row => Enumerable.Range(0, ledger.Family.Columns.Count).Count(row.Shows));
            lines += ledger.CurrentLines.Count;
            asked += ledger.CurrentLines.Count + ledger.WithheldLines.Count;
        }
    }

    private static ReturnPeriod PeriodOf(ReturnCollection collection) =>
        Enumerable
            .Range(20, 10)
            .SelectMany<int, string>(year =>
                [$"20{year}{year + 1}-Q1", $"20{year}{year + 1}", $"20{year}", $"20{year}-09"]
            )
            .Select(code => ReturnPeriod.Find(collection, code))
            .First(period => period is not null)!;
}
