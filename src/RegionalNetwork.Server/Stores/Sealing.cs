using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// How secrets are sealed: AES-256-GCM; the form's number, a random nonce, the tag, the ciphertext. Bound to what it is for and whose
/// it is, so that nothing sealed for one can be passed off as another's. Once released a form never changes.
/// </summary>
internal static class Sealing
{
    public const int KeyBytes = 32;
    public const int OverheadBytes = 1 + NonceBytes + TagBytes;

    private const byte Form = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(byte[] key, string purpose, string name, ReadOnlySpan<byte> plaintext)
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
            BoundTo(purpose, name)
        );
        return bytes;
    }

    /// <returns>Null where the bytes were changed, or were sealed with another key, for something else or somebody else.</returns>
    public static byte[]? Open(byte[] key, string purpose, string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < OverheadBytes || bytes[0] != Form)
        {
            return null;
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
                BoundTo(purpose, name)
            );
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] BoundTo(string purpose, string name) => Encoding.UTF8.GetBytes($"{purpose}\0{name}");
}
