namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>How much a figure tells of single people; disclosure control follows from it.</summary>
public enum Sensitivity
{
    /// <summary>Already published by the Department for Education or Skills for Care for each council.</summary>
    Public,

    /// <summary>Counts of 1 to 4 are not shown.</summary>
    Standard,

    /// <summary>Ethnicity, disability, sickness, discipline, failed ASYE, harassment: counts of 1 to 9 are not shown.</summary>
    Sensitive,

    /// <summary>Only in totals of regions and of England, and only from 10: formal disciplinary and fitness to practise.</summary>
    NeverLocal,
}
