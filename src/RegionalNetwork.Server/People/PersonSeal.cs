using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.Server.People;

/// <summary>
/// How personal details are sealed: AES-256-GCM; the form's number, a random nonce, the tag, the ciphertext. Bound to the person and
/// to what it is for, so that nothing sealed for one can be passed off as another's. Once released a form never changes.
/// </summary>
internal static class PersonSeal
{
    public const int KeyBytes = 32;
    public const int OverheadBytes = 1 + NonceBytes + TagBytes;

    private const byte Form = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Purpose = "regional-network.personal-details.v1";

    public static byte[] Seal(byte[] key, string person, ReadOnlySpan<byte> plaintext)
    {
        var bytes = new byte[OverheadBytes + plaintext.Length];
        bytes[0] = Form;
        var nonce = bytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            nonce,
            plaintext,
            bytes.AsSpan(OverheadBytes),
            bytes.AsSpan(1 + NonceBytes, TagBytes),
            BoundTo(person)
        );
        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes were changed, or were sealed for somebody else.</exception>
    public static byte[] Open(byte[] key, string person, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < OverheadBytes || bytes[0] != Form)
        {
            throw Broken(person, innerException: null);
        }

        var plaintext = new byte[bytes.Length - OverheadBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                bytes.Slice(1, NonceBytes),
                bytes[OverheadBytes..],
                bytes.Slice(1 + NonceBytes, TagBytes),
                plaintext,
                BoundTo(person)
            );
            return plaintext;
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw Broken(person, fault);
        }
    }

    private static byte[] BoundTo(string person) => Encoding.UTF8.GetBytes($"{Purpose}\0{person}");

    private static InvalidDataException Broken(string person, Exception? innerException) =>
        new(
            $"What was sealed for {person} was changed, or was sealed for somebody else. Verify the journal and restore it from a "
                + "backup.",
            innerException
        );
}
