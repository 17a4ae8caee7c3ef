using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.Server.Exports;

/// <summary>Writes a table, or its metadata, as UTF-8 CSV. Written twice: once to know its hash and length, once for the caller.</summary>
internal static class ExportFile
{
    private const string LineEnd = "\r\n";

    /// <exception cref="ExportTooLargeException">It passes a limit of <see cref="ExportLimits"/>.</exception>
    public static ExportDigest Digest(IEnumerable<IEnumerable<string>> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes, rows) = (new StringBuilder(), 0L, 0);
        foreach (var line in lines)
        {
            Append(buffer, line);
            if (++rows > ExportLimits.Rows + 1)
            {
                throw new ExportTooLargeException();
            }

            if (buffer.Length >= ExportLimits.BufferBytes)
            {
                Flush();
            }
        }

        Flush();
        return new ExportDigest(hash.GetHashAndReset(), bytes);

        void Flush()
        {
            var chunk = Encoding.UTF8.GetBytes(buffer.ToString());
            hash.AppendData(chunk);
            bytes += chunk.Length;
            buffer.Clear();
            if (bytes > ExportLimits.Bytes)
            {
                throw new ExportTooLargeException();
            }
        }
    }

    public static async Task WriteAsync(
        IEnumerable<IEnumerable<string>> lines,
        Stream output,
        CancellationToken cancellation
    )
    {
        var buffer = new StringBuilder();
        foreach (var line in lines)
        {
            Append(buffer, line);
            if (buffer.Length >= ExportLimits.BufferBytes)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(buffer.ToString()), cancellation);
            buffer.Clear();
        }
    }

    private static void Append(StringBuilder buffer, IEnumerable<string> line) =>
        buffer.AppendJoin(',', line.Select(CsvText.Cell)).Append(LineEnd);
}

/// <param name="Hash">SHA-256 of the file's bytes.</param>
internal sealed record ExportDigest(byte[] Hash, long Bytes);

/// <summary>A table passes a limit of <see cref="ExportLimits"/>.</summary>
internal sealed class ExportTooLargeException : Exception;
