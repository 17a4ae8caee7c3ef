namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// The form of an idempotency key. Keys come from clients: check with <see cref="IsValid"/> before use.
/// </summary>
public static class CommandId
{
    /// <summary>1 to <see cref="Limits.CommandIdLength"/> visible ASCII characters.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= Limits.CommandIdLength } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <exception cref="ArgumentException">The text is no idempotency key.</exception>
    public static void ThrowIfInvalid(string? text)
    {
        if (!IsValid(text))
        {
            throw new ArgumentException(
                $"Give a command id of 1 to {Limits.CommandIdLength} visible ASCII characters without spaces.",
                nameof(text)
            );
        }
    }
}
