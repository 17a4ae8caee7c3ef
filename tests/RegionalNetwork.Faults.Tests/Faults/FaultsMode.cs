using System.Globalization;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>
/// How much is done: a short form for every run of the tests, a long one with <c>REGIONALNETWORK_TESTS=long</c>; and with which
/// seed, a given one with <c>REGIONALNETWORK_FAULTS_SEED</c>.
/// </summary>
internal static class FaultsMode
{
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";

    /// <summary>Settles what is written and what fails, as far as the machine allows.</summary>
    public static readonly int Seed = Environment.GetEnvironmentVariable("REGIONALNETWORK_FAULTS_SEED") is { } seed
        ? int.Parse(seed, CultureInfo.InvariantCulture)
        : Random.Shared.Next();

    /// <summary>Clusters, each with a seed of its own, one after the other.</summary>
    public static readonly int Rounds = IsLong ? 5 : 1;

    /// <summary>After each kind of fault has come alone: how often several come together.</summary>
    public static readonly int FaultsTogether = IsLong ? 30 : 0;

    /// <summary>How often each fault of a node on a file comes.</summary>
    public static readonly int FileRounds = IsLong ? 20 : 2;

    /// <summary>How often the disk of a database is full, each time with everything else that may happen meanwhile.</summary>
    public static readonly int DiskRounds = IsLong ? 8 : 1;

    /// <summary>Pairs of a hub and a member, each with a seed of its own, one after the other.</summary>
    public static readonly int FederationRounds = IsLong ? 5 : 1;

    /// <summary>After each kind of fault of a federation has come alone: how many come at random.</summary>
    public static readonly int FederationFaults = IsLong ? 20 : 0;

    /// <summary>Damaged copies of a database that are looked at; each is a start of PostgreSQL.</summary>
    public static readonly int DamagedDatabases = IsLong ? 150 : 10;

    /// <summary>Damaged copies of a journal that are looked at.</summary>
    public static readonly int Damages = IsLong ? 500 : 60;
}
