using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.SampleData;

/// <summary>The network of the nation. The files call it <c>national</c>, which in the domain means the nation's priorities.</summary>
internal static class Nation
{
    public const string Id = "england";

    public static StreamId Stream { get; } = new(StreamCategories.Network, Id);

    /// <summary>Command id of its founding.</summary>
    public static string Founding { get; } = SampleCommand.IdOf(NetworkCommands.Found, PriorityAlignment.National);

    /// <param name="network">As a file of facts calls it.</param>
    public static string IdOf(string network) => network == PriorityAlignment.National ? Id : network;
}
