using System.CommandLine;
using System.Globalization;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Neighbours;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>import-neighbours FILE.csv --model 2025</c>: takes a model of statistical neighbours into the journal.</summary>
internal static class ImportNeighboursCommand
{
    public static Command Create(JournalOptions journal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file, a row for each pair or each council." };
        var model = new Option<string>("--model") { Description = "Version of the model: 2025.", Required = true };
        var title = new Option<string?>("--title") { Description = "What it is called, if not as usual." };
        file.AcceptExistingOnly();
        var command = new Command(
            "import-neighbours",
            "Imports statistical neighbours from a file. A faulty file changes nothing."
        )
        {
            file,
            model,
            title,
        };
        command.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(async () =>
                {
                    var source = parsed.GetRequiredValue(file);
                    // Opened before the journal is: a file that is not there must not make a data folder.
                    await using var content = source.OpenRead();
                    await using var host = await NetworkHost.OpenAsync(
                        journal.Find(parsed),
                        TimeProvider.System,
                        cancellation
                    );
                    var order = new NeighbourOrder(
                        new ImportSource(source.Name, content),
                        parsed.GetRequiredValue(model),
                        parsed.GetValue(title)
                    );
                    var outcome = await NeighbourImport.RunAsync(host, LocalOperator.Actor, order, cancellation);
                    return Report(source.Name, outcome);
                })
        );
        return command;
    }

    private static int Report(string fileName, NeighbourOutcome outcome)
    {
        foreach (var warning in outcome.Reading.Warnings)
        {
            Console.WriteLine($"Warning. {ImportText.Line(warning)}");
        }

        foreach (var fault in outcome.Reading.Faults)
        {
            Console.Error.WriteLine(ImportText.Line(fault));
        }

        foreach (var refusal in outcome.Refusals)
        {
            Console.Error.WriteLine(refusal.Message);
        }

        if (outcome.Imported is not { } imported)
        {
            var faults = outcome.FaultCount;
            Console.Error.WriteLine(
                $"{fileName} was not imported: {faults} fault{(faults == 1 ? "" : "s")}. Nothing has changed."
            );
            return 1;
        }

        var pairs = imported.Sets.Sum(set => set.Neighbours.Count).ToString("N0", CultureInfo.InvariantCulture);
        Console.WriteLine(
            outcome.IsNew
                ? $"{fileName}: {imported.Sets.Count} councils, {pairs} pairs. Imported as edition {imported.Edition} of the model {imported.Version} ({imported.Title})."
                : $"{fileName} is edition {imported.Edition} of the model {imported.Version} already. Nothing has changed."
        );
        return 0;
    }
}
