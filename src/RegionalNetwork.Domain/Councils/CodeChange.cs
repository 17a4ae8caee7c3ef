namespace RegionalNetwork.Domain.Councils;

/// <summary>One council's code gave way to another's.</summary>
/// <param name="Date">First day of the successor.</param>
public sealed record CodeChange(string From, string To, DateOnly Date, CodeChangeKind Kind)
{
    /// <summary>True when figures before and after describe the same authority and area, so that one series may join them.</summary>
    public bool ContinuesSeries => Kind == CodeChangeKind.Recode;
}

public enum CodeChangeKind
{
    /// <summary>The same authority and area under a new code.</summary>
    Recode,

    /// <summary>The same authority, but its area changed with the code: figures do not compare.</summary>
    RecodeWithBoundaryChange,

    /// <summary>One of several predecessors of one successor.</summary>
    Merge,

    /// <summary>One of several successors of one predecessor.</summary>
    Split,
}
