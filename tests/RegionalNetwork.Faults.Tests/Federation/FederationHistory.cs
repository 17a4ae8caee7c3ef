using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>What a member's journal says that the hub has to be told.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Return">Key of the return.</param>
internal sealed record QueuedNote(long Number, string Return);

/// <summary>A vintage as it stands in the end.</summary>
/// <param name="Number">From 1, of the return in that journal.</param>
/// <param name="Figures">All of them, as one text.</param>
/// <param name="Released">How far it was ever released; null where it never was, or is under embargo.</param>
internal sealed record FinalVintage(
    string Return,
    int Number,
    string Figures,
    ReleaseLevel? Released,
    bool IsWithdrawn
);

/// <summary>Something that a hub's journal says that happened there.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">
/// Number of the message whose command it came of, for what happened to a return; the number itself for what was taken.
/// </param>
internal sealed record HubStep(long Position, HubStepKind Kind, long Message, string Return);

internal enum HubStepKind
{
    /// <summary>A message was carried out, and counted.</summary>
    Taken,

    /// <summary>A message was refused, and counted.</summary>
    Quarantined,

    /// <summary>Figures came into a return.</summary>
    Entered,

    /// <summary>A vintage was released, or withdrawn.</summary>
    Changed,

    /// <summary>Something that no message of the member led to.</summary>
    Foreign,
}

/// <summary>What was said and done in a federation, from both journals and from what the council's people were told.</summary>
/// <param name="Acknowledged">Of each vintage whose release was acknowledged to somebody, a part of its figures that no other has.</param>
/// <param name="Steps">By position.</param>
/// <param name="Canaries">Words that must not leave, and are in the member's journal.</param>
/// <param name="HubText">Everything that the hub's journal holds and that was sent to it, as one text.</param>
internal sealed record FederationHistory(
    IReadOnlyList<QueuedNote> Queue,
    IReadOnlyList<FinalVintage> AtMember,
    IReadOnlyList<string> Acknowledged,
    IReadOnlyList<HubStep> Steps,
    IReadOnlyList<FinalVintage> AtHub,
    IReadOnlyList<string> Canaries,
    string HubText
);
