namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>Limits of a directory of grains. <see cref="Default"/> takes them from <see cref="Limits"/>.</summary>
/// <param name="MailboxTurns">Turns that may wait or run in one grain.</param>
/// <param name="ActiveGrains">Grains in memory at one time.</param>
/// <param name="Idle">A grain that has had no turn for this long leaves memory.</param>
public sealed record GrainOptions(int MailboxTurns, int ActiveGrains, TimeSpan Idle)
{
    public static GrainOptions Default { get; } = new(Limits.GrainMailboxTurns, Limits.ActiveGrains, Limits.GrainIdle);
}
