namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Who says so.</summary>
public enum FigureOrigin
{
    /// <summary>A publisher of official statistics.</summary>
    Official,

    /// <summary>Councils themselves, by a return to their network.</summary>
    Returned,
}
