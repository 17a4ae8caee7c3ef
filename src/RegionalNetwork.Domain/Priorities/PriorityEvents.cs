using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>What happens to priorities, in a council's stream or in a network's.</summary>
public abstract record PriorityEvent : ICouncilEvent, INetworkEvent;

/// <summary>A new priority, proposed, last in its year.</summary>
/// <param name="By">Who worded it: they may not approve it. Empty in journals of before that rule.</param>
public sealed record PriorityDeclared(
    string Owner,
    string Id,
    string Year,
    PriorityLevel Level,
    PriorityDetails Details,
    Audience Audience,
    string By
) : PriorityEvent;

/// <param name="By">Who worded it: they may not approve it.</param>
public sealed record PriorityRevised(string Id, PriorityDetails Details, string By) : PriorityEvent;

/// <param name="Since">The day from which it is shown to that audience.</param>
public sealed record PriorityAudienceChanged(string Id, Audience Audience, DateOnly Since) : PriorityEvent;

/// <param name="ApprovedBy">The approving body; kept from then on, null leaves it as it was.</param>
public sealed record PriorityStatusChanged(string Id, PriorityStatus Status, string? ApprovedBy) : PriorityEvent;

/// <param name="Ids">Every priority of the year, the most important first.</param>
public sealed record PrioritiesRanked(string Year, IReadOnlyList<string> Ids) : PriorityEvent;
