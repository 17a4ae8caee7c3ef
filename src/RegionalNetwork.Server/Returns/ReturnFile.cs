using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Checks;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Returns;

/// <summary>A table that somebody sent, ready for its grain or with all its faults.</summary>
/// <param name="Entry">Null exactly when there are faults.</param>
/// <param name="Faults">What is wrong with the file, then what is wrong with the table in it.</param>
internal sealed record ReturnFile(ReturnEntry? Entry, IReadOnlyList<ReturnFault> Faults)
{
    /// <param name="isMasked">See <see cref="ReturnTable.IsMasked"/>.</param>
    public static ReturnFile Read(
        NetworkSnapshot snapshot,
        ReturnAddress address,
        ReadOnlyMemory<byte> csv,
        IReadOnlyList<Explanation> explanations,
        bool isMasked = false
    )
    {
        var prior = snapshot.Returns.Prior(address.Collection, address.Period, address.Unit);
        var (read, faults) = ReturnCsv.Read(csv);
        var table = read with { IsMasked = isMasked };
        if (table.Headings.Count > 0)
        {
            var reading = ReturnCheck.Read(address.Collection, address.Period, address.Unit, table, prior);
            faults = [.. faults.Concat(reading.Faults).OrderBy(fault => fault.Row ?? 0)];
        }

        return faults.Count > 0
            ? new ReturnFile(null, faults)
            : new ReturnFile(
                new ReturnEntry(
                    address.Collection,
                    table,
                    explanations,
                    prior,
                    snapshot.Returns.Overlapping(address.Key)?.Key.Unit.Key
                ),
                []
            );
    }
}
