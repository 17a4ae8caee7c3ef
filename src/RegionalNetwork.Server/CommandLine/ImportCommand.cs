using System.CommandLine;
using System.Globalization;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>import FILE.csv [META.csv]</c>: takes a file in the DfE open data standard into the journal, also beside a running server,
/// which shows it within a second.
/// </summary>
internal static class ImportCommand
{
    public static Command Create(JournalOptions journal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file in the DfE open data standard." };
        var metadata = new Argument<FileInfo?>("META")
        {
            Description = "Its metadata file. Without one, labels and units are inferred.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var publication = new Option<string?>("--publication")
        {
            Description = "Code of the publication; otherwise found from the columns, then from the file's name.",
        };
        file.AcceptExistingOnly();
        var command = new Command("import", "Imports official statistics from a file. A faulty file changes nothing.")
        {
            file,
            metadata,
            publication,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    journal.Find(parsed),
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(metadata),
                    parsed.GetValue(publication),
                    cancellation
                )
        );
        return command;
    }

    private static Task<int> RunAsync(
        JournalPlace place,
        FileInfo file,
        FileInfo? metadata,
        string? publication,
        CancellationToken cancellation
    ) =>
        StartFaults.ReportAsync(async () =>
        {
            // Opened before the journal is: a file that is not there must not make a data folder.
            await using var content = file.OpenRead();
            await using var description = metadata?.OpenRead();
            await using var host = await NetworkHost.OpenAsync(place, TimeProvider.System, cancellation);
            var order = new ImportOrder(
                new ImportSource(file.Name, content),
                description is null ? null : new ImportSource(metadata!.Name, description),
                publication
            );
            return Report(file.Name, await FileImport.RunAsync(host, LocalOperator.Actor, order, cancellation));
        });

    private static int Report(string fileName, ImportOutcome outcome)
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

        if (outcome.Vintage is not { } vintage)
        {
            var faults = Math.Max(outcome.Reading.FaultCount, outcome.Refusals.Count);
            Console.Error.WriteLine($"{fileName} was not imported: {Counted(faults, "fault")}. Nothing has changed.");
            return 1;
        }

        Console.WriteLine(
            outcome.IsNew
                ? $"{fileName}: {Counted(vintage.Rows.Count, "row")}, {Counted(vintage.FigureCount, "figure")}. Imported as vintage {vintage.Number} of {outcome.Publication} ({vintage.Title})."
                : $"{fileName} is vintage {vintage.Number} of {outcome.Publication} already. Nothing has changed."
        );
        return 0;
    }

    private static string Counted(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
