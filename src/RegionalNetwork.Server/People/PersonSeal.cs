using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.People;

/// <summary>How personal details are sealed (<see cref="Sealing"/>): bound to the person and to what it is for.</summary>
internal static class PersonSeal
{
    public const int KeyBytes = Sealing.KeyBytes;
    public const int OverheadBytes = Sealing.OverheadBytes;

    private const string Purpose = "regional-network.personal-details.v1";

    public static byte[] Seal(byte[] key, string person, ReadOnlySpan<byte> plaintext) =>
        Sealing.Seal(key, Purpose, person, plaintext);

    /// <exception cref="InvalidDataException">The bytes were changed, or were sealed for somebody else.</exception>
    public static byte[] Open(byte[] key, string person, ReadOnlySpan<byte> bytes) =>
        Sealing.Open(key, Purpose, person, bytes)
        ?? throw new InvalidDataException(
            $"What was sealed for {person} was changed, or was sealed for somebody else. Verify the journal and restore it from a "
                + "backup."
        );
}
