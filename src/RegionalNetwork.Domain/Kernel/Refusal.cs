namespace RegionalNetwork.Domain.Kernel;

/// <summary>Why a command was not carried out: a value, never an exception.</summary>
/// <param name="Code">Stable, machine-readable: <c>PRIORITY_NOT_FOUND</c>. Clients switch on it.</param>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="Path">The input field at fault, outermost first; empty when no single field is.</param>
public sealed record Refusal(string Code, string Message, params IReadOnlyList<string> Path);
