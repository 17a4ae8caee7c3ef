using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Server.Returns;

/// <summary>The command that compiles the next round, as things stand.</summary>
internal static class Rounds
{
    public static CompileRound Next(ReturnDirectory returns, string collection, string period, DateOnly today) =>
        new(
            collection,
            period,
            returns.LastRound(collection, period)?.Number ?? 0,
            returns.HasNewSums(collection, period) || returns.Pending(collection, period, today).Count > 0
        );
}
