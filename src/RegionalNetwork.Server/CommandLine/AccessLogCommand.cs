using System.CommandLine;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>
/// <c>access-log export --council CODE [--from DATE] [--to DATE]</c>: who read the council's named unpublished data, as CSV.
/// </summary>
internal static class AccessLogCommand
{
    public static Command Create(JournalOptions journal)
    {
        var council = new Option<string>("--council")
        {
            Description = "The council whose data was read: nine-character or three-digit code.",
            Required = true,
        };
        var from = new Option<DateOnly?>("--from") { Description = "First day (UTC), such as 2026-04-01." };
        var to = new Option<DateOnly?>("--to") { Description = "Last day (UTC), included." };
        var export = new Command("export", "Writes CSV to standard output, oldest first.") { council, from, to };
        export.SetAction(
            (parsed, cancellation) =>
                StartFaults.ReportAsync(() =>
                    ExportAsync(
                        journal.Find(parsed),
                        parsed.GetRequiredValue(council),
                        (parsed.GetValue(from), parsed.GetValue(to)),
                        cancellation
                    )
                )
        );
        return new Command("access-log", "Who read a council's named unpublished data.") { export };
    }

    private static async Task<int> ExportAsync(
        JournalPlace place,
        string code,
        (DateOnly? From, DateOnly? To) days,
        CancellationToken cancellation
    )
    {
        if (CouncilRegister.England.Find(code) is not { } council)
        {
            await Console.Error.WriteLineAsync($"No council has the code {code}. Use an ONS code such as E08000031.");
            return 1;
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput());
        await AccessCsv.WriteHeaderAsync(output);
        await using var stores = NetworkStores.OpenExisting(place);
        if (!stores.HasAccessLog)
        {
            return 0;
        }

        var time = (
            days.From is { } first ? Midnight(first) : DateTimeOffset.MinValue,
            days.To is { } last && last < DateOnly.MaxValue ? Midnight(last.AddDays(1)) : DateTimeOffset.MaxValue
        );
        var after = 0L;
        while (await stores.AccessLog.ReadAsync(council.Code, after, time, cancellation) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                await AccessCsv.WriteAsync(output, entry);
            }

            after = entries[^1].Position;
        }

        return 0;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
