using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Hosting;

/// <summary>What is measured and what councils return: all that a network knows before anything happens in it.</summary>
internal sealed record NetworkDefinitions(IndicatorCatalogue Catalogue, TableSchemas TableSchemas)
{
    /// <summary>Those built into the executable.</summary>
    /// <exception cref="InvalidOperationException">A file has faults; the message lists them all.</exception>
    public static NetworkDefinitions Load() => new(IndicatorMappings.Load(), TableSchemas.Load());
}
