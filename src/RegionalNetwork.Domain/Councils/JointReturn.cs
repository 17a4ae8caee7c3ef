namespace RegionalNetwork.Domain.Councils;

/// <summary>Councils that send one workforce return together: published as one row, under a code that joins theirs.</summary>
/// <param name="Code">As published: <c>E09000021 / E09000027</c>.</param>
/// <param name="ThreeDigitCode">As published: <c>314 / 318</c>.</param>
/// <param name="Name">As published: the members' names, joined likewise.</param>
/// <param name="FirstYear">First census year known to be published jointly.</param>
/// <param name="LastYear">Last census year known to be published jointly; not an end, later editions may go on.</param>
public sealed record JointReturn(
    string Code,
    string ThreeDigitCode,
    string Name,
    IReadOnlyList<Council> Members,
    int FirstYear,
    int LastYear
)
{
    /// <summary>Stands between members' codes and names wherever the return is published.</summary>
    public const string Separator = " / ";
}
