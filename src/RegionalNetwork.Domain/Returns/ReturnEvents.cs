using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns;

/// <summary>What happens to a return.</summary>
public abstract record ReturnEvent;

/// <summary>The whole table was entered; what was entered before and not approved is gone.</summary>
/// <param name="Councils">Nine-character codes of the unit, in order.</param>
/// <param name="Version">Of the collection's definitions.</param>
/// <param name="Fields">Names, joined by commas: the heading of <paramref name="Rows"/>.</param>
/// <param name="Reason">Why an approved return is entered again; null before there is one.</param>
/// <param name="By">Code of the person.</param>
public sealed record ReturnEntered(
    string Collection,
    string Period,
    IReadOnlyList<string> Councils,
    ServiceScope Scope,
    string Version,
    string Fields,
    IReadOnlyList<ReturnRow> Rows,
    IReadOnlyList<ReturnWarning> Warnings,
    IReadOnlyList<Explanation> Explanations,
    string? Reason,
    string By,
    DateTimeOffset At
) : ReturnEvent;

/// <param name="Explanations">Those that came with it, beside those that the draft has.</param>
public sealed record ReturnSubmitted(IReadOnlyList<Explanation> Explanations, string By, DateTimeOffset At)
    : ReturnEvent;

public sealed record ReturnSentBack(string Reason, string By, DateTimeOffset At) : ReturnEvent;

/// <param name="Vintage">From 1.</param>
public sealed record ReturnApproved(int Vintage, string By, DateTimeOffset At) : ReturnEvent;

/// <param name="EmbargoUntil">First day on which others may see it; null for at once.</param>
public sealed record ReturnReleased(int Vintage, ReleaseLevel Level, DateOnly? EmbargoUntil, string By, DateOnly On)
    : ReturnEvent;

/// <summary>Every vintage so far is withdrawn.</summary>
public sealed record ReturnWithdrawn(string Reason, string By, DateOnly On) : ReturnEvent;

/// <param name="Number">From 1.</param>
/// <param name="Network">On whose behalf it is asked.</param>
/// <param name="Field">Null where it is about the whole return; so is <paramref name="Item"/>.</param>
public sealed record QuestionAsked(
    int Number,
    string Network,
    string? Field,
    string? Item,
    string Text,
    string By,
    DateTimeOffset At
) : ReturnEvent;

public sealed record QuestionAnswered(int Number, string Text, string By, DateTimeOffset At) : ReturnEvent;
