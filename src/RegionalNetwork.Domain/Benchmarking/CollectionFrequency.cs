namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>How often figures are collected.</summary>
public enum CollectionFrequency
{
    Annual,
    Quarterly,
    Monthly,
}
