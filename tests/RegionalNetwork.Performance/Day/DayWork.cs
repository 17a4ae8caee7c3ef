using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Performance.Day;

/// <summary>Everything that people do that day.</summary>
internal sealed class DayWork : IDisposable
{
    private readonly DayReads _reads;

    public DayWork(DayPeople people, IReadOnlyList<Uri> nodes, int seed)
    {
        (People, Client) = (people, new DayClient(nodes));
        _reads = new DayReads(people, Client);
        Writes = new DayWrites(people, Client, Acknowledged, seed);
        Returns = new DayReturns(people, Client, Acknowledged, seed);
    }

    public DayPeople People { get; }

    public DayClient Client { get; }

    public Acknowledged Acknowledged { get; } = new();

    public DayWrites Writes { get; }

    public DayReturns Returns { get; }

    /// <summary>One part of the day at one rate.</summary>
    public Task<StepRecord> RunAsync(DayPart part, double perSecond, TimeSpan duration, int seed) =>
        OpenLoop.RunAsync(
            perSecond,
            duration,
            seed,
            (random, due, buffer) => DoAsync(part.Next(random), random, due, buffer)
        );

    /// <summary>The national office takes what was released into what others see.</summary>
    public async Task<string?> CompileAsync(int number)
    {
        var document = DayDocument.Mutation(
            "compileReturnRound",
            "$period: String!",
            $"""collection: "{DayNetwork.Collection}", period: $period"""
        );
        var variables = new { id = $"day-compile-{number}", period = DayNetwork.DueQuarter };
        var office = People.AnyOf(new Random(number), [Role.NationalOffice]);
        var (position, fault) = (
            await Client.PostAsync(office, "/graphql", document.With(variables), new byte[64 * 1024])
        ).Written();
        Acknowledged.Last.Raise(position);
        return fault;
    }

    public void Dispose() => Client.Dispose();

    private async Task<Done> DoAsync(DayKind kind, Random random, long due, byte[] buffer)
    {
        if (kind == DayKind.Return)
        {
            var (isUpload, fault) = await Returns.NextAsync(due, buffer);
            return new Done(isUpload ? DayClass.Upload : DayClass.Write, fault);
        }

        return DayWrites.Knows(kind)
            ? new Done(DayClass.Write, await Writes.WriteAsync(kind, due, buffer))
            : new Done(DayClass.Read, (await _reads.AskAsync(kind, random, buffer)).Fault());
    }
}
