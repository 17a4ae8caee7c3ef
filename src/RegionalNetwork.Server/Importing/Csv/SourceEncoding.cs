using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace RegionalNetwork.Server.Importing.Csv;

/// <summary>Accepts UTF-8, with or without a byte order mark, and says what else a file may be.</summary>
internal static class SourceEncoding
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(Utf8Mark) ? bytes[Utf8Mark.Length..] : bytes;

    public static Finding? Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.SequenceEqual(Utf8Mark))
        {
            return File(ImportFaultCodes.FileEmpty, "The file is empty. Choose the file that holds the figures.");
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return File(
                ImportFaultCodes.FileIsWorkbook,
                "This is a workbook or a zip file. Save the sheet as “CSV UTF-8 (comma delimited)” and send that."
            );
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return File(
                ImportFaultCodes.FileIsUtf16,
                "The file is in UTF-16 (“Unicode text”). Save it as “CSV UTF-8 (comma delimited)”."
            );
        }

        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
        {
            return File(
                ImportFaultCodes.FileHasNul,
                $"The byte at offset {nul} is NUL, which text never contains. The file is damaged or in UTF-16: "
                    + "save it again as “CSV UTF-8 (comma delimited)”."
            );
        }

        return Utf8.IsValid(bytes)
            ? null
            : File(
                ImportFaultCodes.FileNotUtf8,
                $"The byte at offset {FirstInvalid(bytes)} is not UTF-8. Save the file as “CSV UTF-8 (comma delimited)”."
            );
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }

    private static Finding File(string code, string message) => Finding.Fault(code, null, null, message);
}
