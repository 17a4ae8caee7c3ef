using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Performance.Day;

/// <summary>Somebody who uses the service that day.</summary>
/// <param name="council">Whose figures they look at: their own, or of those of other places one that they are drawn with.</param>
/// <param name="authorization">Value of the header.</param>
internal sealed class Person(Role role, Council council, string authorization)
{
    public Role Role { get; } = role;

    public Council Council { get; } = council;

    public string Authorization { get; } = authorization;

    /// <summary>What they wrote last, or were told of: they read nothing older, whichever node answers.</summary>
    public HighestPosition Knows { get; } = new();
}
