using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Neighbours;

/// <param name="Title">Null for the usual one.</param>
internal sealed record NeighbourOrder(ImportSource Data, string Model, string? Title);

/// <param name="Imported">The model as it then was; null where the file was refused.</param>
/// <param name="IsNew">False where the same was there already.</param>
internal sealed record NeighbourOutcome(
    NeighbourReading Reading,
    NeighbourModel? Imported,
    bool IsNew,
    IReadOnlyList<Refusal> Refusals
)
{
    public int FaultCount => Math.Max(Reading.FaultCount, Refusals.Count);
}

/// <summary>Reads and checks a whole file of neighbours, then hands it to its model in one atomic step.</summary>
internal static class NeighbourImport
{
    private const string Source =
        "Department for Education, local authority interactive tool. Open Government Licence v3.0";

    public static async Task<NeighbourOutcome> RunAsync(
        NetworkHost host,
        Actor actor,
        NeighbourOrder order,
        CancellationToken cancellation
    )
    {
        var reading = NeighbourFile.Read(order.Data, order.Model, CouncilRegister.England);
        if (!Identifier.IsValid(order.Model))
        {
            return new NeighbourOutcome(reading, null, false, [CommonRefusals.InvalidId("model")]);
        }

        if (reading.Sets is not { } sets)
        {
            return new NeighbourOutcome(reading, null, false, []);
        }

        var title = order.Title ?? $"Children's services statistical neighbours, {order.Model}";
        var command = new ImportNeighbours(order.Model, title, Source, sets);
        var commandId = $"neighbours-{Guid.CreateVersion7():N}";
        var reply = await host.Grains.SendAsync(actor, commandId, command, cancellation);
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            return new NeighbourOutcome(reading, null, false, refused.Refusals);
        }

        var stream = new StreamId(StreamCategories.NeighbourModel, order.Model);
        var events = await host.Journal.FindCommandAsync(stream, commandId, cancellation);
        var published = await host.Projection.WaitForAsync(reply.Position, cancellation);
        return new NeighbourOutcome(reading, published.Snapshot.Neighbours.Find(order.Model), events is not null, []);
    }
}
