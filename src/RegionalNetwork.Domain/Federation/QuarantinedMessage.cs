using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Federation;

/// <summary>A message that the hub refused, kept with the reasons at both ends. Its content is kept by neither.</summary>
/// <param name="Return">Key of the return; empty where the message named none that can be.</param>
/// <param name="Reasons">At least one, at most <see cref="Limits.ReasonsPerMessage"/>.</param>
public sealed record QuarantinedMessage(long Number, string Return, IReadOnlyList<QuarantineReason> Reasons);

/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Message">A sentence that says what to do; no text of the message itself.</param>
/// <param name="Place">Row and column, or the field at fault, joined by dots; null for the whole message.</param>
public sealed record QuarantineReason(string Code, string Message, string? Place);

/// <summary>The messages that are in quarantine. A later one about the same return that is taken settles those before.</summary>
internal static class Quarantine
{
    public static ImmutableList<QuarantinedMessage> Without(
        this ImmutableList<QuarantinedMessage> quarantined,
        string settled
    ) => settled.Length == 0 ? quarantined : quarantined.RemoveAll(one => one.Return == settled);
}
