namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>How much a small number would give away: which disclosure rules apply to figures of councils.</summary>
public enum Sensitivity
{
    /// <summary>Published by an official body already.</summary>
    Public,

    /// <summary>Of councils, about services and posts.</summary>
    Standard,

    /// <summary>About ethnicity, disability, sickness, discipline, harassment or failed assessments of few people.</summary>
    Sensitive,

    /// <summary>Never shown for one council: regional and national sums only.</summary>
    NeverLocal,
}
