namespace RegionalNetwork.Server.Importing.Csv;

/// <summary>The bytes of a stream, up to a limit.</summary>
internal static class SourceBytes
{
    private const int ChunkBytes = 64 * 1024;

    /// <returns>Null when the stream holds more than <paramref name="bytesMax"/>; it is then not read further.</returns>
    public static ReadOnlyMemory<byte>? Read(Stream content, int bytesMax)
    {
        // A byte more than there should be: reading none into it shows the end without growing.
        var expected = content.CanSeek ? content.Length - content.Position + 1 : ChunkBytes;
        var buffer = new byte[Math.Clamp(expected, 1, bytesMax + 1L)];
        var length = 0;
        while (true)
        {
            var read = content.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            length += read;
            if (length > bytesMax)
            {
                return null;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, bytesMax + 1L));
            }
        }
    }
}
