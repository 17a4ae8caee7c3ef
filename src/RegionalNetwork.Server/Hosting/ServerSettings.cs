using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Hosting;

/// <summary>What the command line settles.</summary>
/// <param name="Data">Folder of the journal and the keys.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="LoadSample">Whether an empty journal gets the sample network.</param>
internal sealed record ServerSettings(DirectoryInfo Data, string Urls, bool LoadSample)
{
    /// <summary>Where the journal is: in the data folder, unless something else is said.</summary>
    public JournalPlace Journal { get; init; } = JournalPlace.In(Data);

    /// <summary>Folder or manifest of the only documents that may be run; null where every valid document may.</summary>
    public FileSystemInfo? TrustedDocuments { get; init; }

    /// <summary>How many operations one batch may have; 0 where batches are refused.</summary>
    public int BatchOperations { get; init; }

    /// <summary>Cost units a minute for each caller of the API; null for no limit.</summary>
    public double? RateLimitUnitsPerMinute { get; init; } = RateLimits.UnitsPerMinute;

    /// <summary>Whether every address is this machine's own: what development tokens are restricted to.</summary>
    public bool IsLoopbackOnly =>
        Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(url => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.IsLoopback);
}
