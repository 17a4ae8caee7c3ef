using System.Runtime.InteropServices;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>Payloads as the drivers of databases take them.</summary>
internal static class PayloadArray
{
    /// <summary>The payload's own array where it fills it: it is not copied, and must not be changed.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out var segment)
        && segment.Offset == 0
        && segment.Count == segment.Array!.Length
            ? segment.Array
            : payload.ToArray();
}
