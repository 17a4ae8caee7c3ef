using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Councils;

/// <summary>The councils whose priorities of one year have one theme, as lead theme or further one.</summary>
/// <param name="Councils">Each once, in order of code.</param>
/// <param name="Priorities">In order of council, then of the council's own ranking.</param>
public sealed record ThemeInYear(
    string Year,
    string Theme,
    IReadOnlyList<string> Councils,
    IReadOnlyList<CouncilPriority> Priorities
);

/// <summary>A priority and the council that has it.</summary>
public sealed record CouncilPriority(string Council, Priority Priority);
