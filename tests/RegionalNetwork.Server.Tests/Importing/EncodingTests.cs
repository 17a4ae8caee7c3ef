using System.Text;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class EncodingTests
{
    private const string File = Importer.Heading + "staff_count\n" + Importer.England + "5\n";

    [Fact]
    public void Byte_order_mark_is_accepted() =>
        Importer.AssertRead(Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(File)]));

    [Fact]
    public void Line_breaks_may_be_lf_or_crlf() =>
        Importer.AssertRead(Importer.Read(File.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void Invalid_byte_is_named_by_its_offset()
    {
        var bytes = Encoding.UTF8.GetBytes(File);
        var offset = File.IndexOf("England", StringComparison.Ordinal) + 2;
        bytes[offset] = 0xE9;

        var fault = Assert.Single(Read(bytes).Faults);

        Assert.Equal(ImportFaultCodes.FileNotUtf8, fault.Code);
        Assert.Contains($"offset {offset} ", fault.Message);
    }

    [Fact]
    public void Utf16_is_recognised()
    {
        Assert.Equal(
            ImportFaultCodes.FileIsUtf16,
            Importer.OnlyFault(Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(File)])).Code
        );
        Assert.Equal(
            ImportFaultCodes.FileIsUtf16,
            Importer
                .OnlyFault(Read([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(File)]))
                .Code
        );
        Assert.Equal(ImportFaultCodes.FileHasNul, Importer.OnlyFault(Read(Encoding.Unicode.GetBytes(File))).Code);
    }

    [Fact]
    public void Nul_byte_is_refused() =>
        Assert.Equal(ImportFaultCodes.FileHasNul, Importer.OnlyFault(Importer.Read(File + "\0")).Code);

    [Fact]
    public void Workbook_is_refused_with_advice() =>
        Assert.Equal(ImportFaultCodes.FileIsWorkbook, Importer.OnlyFault(Read([.. "PK\u0003\u0004"u8, 0, 0, 0])).Code);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Empty_file_is_refused(string file) =>
        Assert.Equal(ImportFaultCodes.FileEmpty, Importer.OnlyFault(Importer.Read(file)).Code);

    [Fact]
    public void Heading_without_rows_is_refused() =>
        Assert.Equal(
            ImportFaultCodes.RowsMissing,
            Importer.OnlyFault(Importer.Read(Importer.Heading + "staff_count\n")).Code
        );

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Other_separators_are_refused_with_advice(char separator) =>
        Assert.Equal(
            ImportFaultCodes.SeparatorNotComma,
            Importer.OnlyFault(Importer.Read(File.Replace(',', separator))).Code
        );

    [Theory]
    [InlineData("5,6", ImportFaultCodes.RowWrongLength)]
    [InlineData("\"5", ImportFaultCodes.QuotesMalformed)]
    [InlineData("5\"", ImportFaultCodes.QuotesMalformed)]
    [InlineData("\"5\"6", ImportFaultCodes.QuotesMalformed)]
    [InlineData("\"5\n6\"", ImportFaultCodes.QuotesMalformed)]
    public void Broken_row_is_refused_and_the_rest_is_read(string cell, string code)
    {
        var reading = Importer.Read(
            File
                + "2023,Reporting year,National,E92000001,England,"
                + cell
                + "\n2022,Reporting year,National,E92000001,England,6%\n"
        );

        Assert.Equal((code, 3), (reading.Faults[0].Code, reading.Faults[0].Row));
        Assert.Equal(ImportFaultCodes.FigurePercentSign, reading.Faults[^1].Code);
    }

    [Fact]
    public void Empty_row_is_refused_between_rows_and_ignored_at_the_end()
    {
        Importer.AssertWarned(Importer.Read(File + "\n\n"), ImportFaultCodes.RowEmpty);
        Assert.Equal(
            (ImportFaultCodes.RowEmpty, 3, null),
            Importer.OnlyFault(Importer.Read(File + "\n2023,Reporting year,National,E92000001,England,5\n"))
        );
        Assert.Equal((ImportFaultCodes.RowEmpty, 3, null), Importer.OnlyFault(Importer.Read(File + ",,,,,\n")));
    }

    [Fact]
    public void Malformed_heading_is_refused_and_no_row_taken_for_it() =>
        Assert.Equal(
            (ImportFaultCodes.QuotesMalformed, 1, null),
            Importer.OnlyFault(Importer.Read("\"time\"_period" + File["time_period".Length..]))
        );

    private static ImportReading Read(byte[] bytes) => Importer.Read(bytes, null, ImportLimits.Default);
}
