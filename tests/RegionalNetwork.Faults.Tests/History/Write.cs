namespace RegionalNetwork.Faults.Tests.History;

/// <summary>What a write does to its grain. A grain here is a workstream: it holds a title and a list of actions.</summary>
internal enum Effect
{
    /// <summary>Begins the grain with a title. One of those who race for it succeeds, once.</summary>
    Create,

    /// <summary>Puts another title in place of the one before: a register.</summary>
    Replace,

    /// <summary>Adds to the end of the list.</summary>
    Append,

    /// <summary>Ends the grain: nothing follows.</summary>
    Close,
}

/// <summary>How a write ended, as its client knows it.</summary>
internal enum Outcome
{
    Acknowledged,

    /// <summary>By a rule of the domain: it must never be in the journal.</summary>
    Refused,

    /// <summary>No answer, or one that says that the outcome is open: it happened once or not at all.</summary>
    Unknown,
}

/// <summary>One write of one client, with all its repeats under the same command id.</summary>
/// <param name="Node">Which node acknowledged or refused it; for an unknown outcome the last that was asked.</param>
/// <param name="Value">Unique among all writes; empty where there is none.</param>
/// <param name="Invoked">Step of the recorder's clock at which it was sent first.</param>
/// <param name="Completed">Step at which its outcome was known or given up.</param>
/// <param name="Position">Where the acknowledgement says that it is; 0 without one.</param>
/// <param name="Refusal">The code of the refusal; null without one.</param>
internal sealed record Write(
    int Client,
    int Node,
    string Grain,
    Effect Effect,
    string Value,
    string CommandId,
    long Invoked,
    long Completed,
    Outcome Outcome,
    long Position,
    string? Refusal
);
