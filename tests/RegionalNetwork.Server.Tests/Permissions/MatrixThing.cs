namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>Something that not everybody sees.</summary>
/// <param name="MakeAsync">Puts it into a world.</param>
/// <param name="Marker">What stands in no answer that does not show it; null where there is no such text.</param>
/// <param name="IsSeenBy">By the approved table and the rules in the issue, not by the code.</param>
internal sealed record MatrixThing(
    string Name,
    string? Marker,
    Func<MatrixWorld, Task> MakeAsync,
    Func<ApprovedTable, MatrixCaller, bool> IsSeenBy
)
{
    /// <summary>Of a return: who is told that it was handed in, and nothing more.</summary>
    public Func<ApprovedTable, MatrixCaller, bool> IsCountedBy { get; init; } = (_, _) => false;
}
