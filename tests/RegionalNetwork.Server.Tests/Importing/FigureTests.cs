using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class FigureTests
{
    [Fact]
    public void Numbers_and_symbols_keep_their_text()
    {
        string[] cells = ["5", "-0.25", "100.0", "c", "z", "x", "u", "low", "k", "~", ":"];

        var reading = Importer.ReadFigures(cells);

        Importer.AssertRead(reading);
        var data = reading.DataSet!;
        Assert.Equal(cells, data.Cells[0].Select(text => data.Texts[text]));
    }

    [Fact]
    public void Equal_texts_are_kept_once()
    {
        var data = Importer.ReadFigures("5", "5.0", "x", "5", "x").DataSet!;

        Assert.Equal(["5", "5.0", "x"], data.Texts);
        Assert.Equal([0, 1, 2, 0, 2], data.Cells[0]);
    }

    [Theory]
    [InlineData("~")]
    [InlineData(":")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    public void Obsolete_symbol_is_read_with_a_warning(string symbol) =>
        Importer.AssertWarned(Importer.ReadFigures("5", symbol), ImportFaultCodes.SymbolObsolete);

    [Fact]
    public void Placeholder_that_is_no_symbol_is_kept_as_not_available()
    {
        var data = Importer.ReadFigures("n/a", "..", "x").DataSet!;

        Assert.Equal(["x"], data.Texts);
    }

    [Theory]
    [InlineData("", ImportFaultCodes.FigureBlank)]
    [InlineData("\"1,200\"", ImportFaultCodes.FigureThousandsSeparator)]
    [InlineData("£12.50", ImportFaultCodes.FigureCurrencySign)]
    [InlineData("79%", ImportFaultCodes.FigurePercentSign)]
    [InlineData("1e999", ImportFaultCodes.FigureExponent)]
    [InlineData("1e+05", ImportFaultCodes.FigureExponent)]
    [InlineData("NaN", ImportFaultCodes.FigureNotFinite)]
    [InlineData("Infinity", ImportFaultCodes.FigureNotFinite)]
    [InlineData("-inf", ImportFaultCodes.FigureNotFinite)]
    [InlineData("1234567890123456789012345678901234567890", ImportFaultCodes.FigureTooLong)]
    [InlineData("99999999999999999999", ImportFaultCodes.FigureOutOfRange)]
    [InlineData("=1+1", ImportFaultCodes.CellFormula)]
    [InlineData("+A1", ImportFaultCodes.CellFormula)]
    [InlineData("-A1", ImportFaultCodes.CellFormula)]
    [InlineData("@SUM(A1)", ImportFaultCodes.CellFormula)]
    [InlineData("\t=A1", ImportFaultCodes.CellFormula)]
    [InlineData("=HYPERLINK(\"\"http://a\"\")", ImportFaultCodes.QuotesMalformed)]
    [InlineData("\"=HYPERLINK(\"\"http://a\"\")\"", ImportFaultCodes.CellFormula)]
    [InlineData("3.", ImportFaultCodes.FigureNotANumber)]
    [InlineData("3 or more", ImportFaultCodes.FigureNotANumber)]
    [InlineData("1 2", ImportFaultCodes.FigureNotANumber)]
    [InlineData("−5", ImportFaultCodes.FigureNotANumber)]
    public void Cell_that_is_no_figure_is_refused(string cell, string code)
    {
        // Enough good figures make it plain that the column is an indicator.
        var fault = Importer.OnlyFault(Importer.ReadFigures([.. Enumerable.Repeat("5", 12), cell]));

        Assert.Equal(code, fault.Code);
        Assert.Equal(14, fault.Row);
    }

    [Fact]
    public void Every_faulty_cell_is_reported_with_its_place_and_text()
    {
        var reading = Importer.Read(
            Importer.Heading
                + "staff_count,leavers_count\n"
                + "2022,Reporting year,National,E92000001,England,\"1,200\",5\n"
                + "2023,Reporting year,National,E92000001,England,1100,5%\n"
                + "2024,Reporting year,National,E92000001,England,£9,\n"
        );

        Assert.Equal(
            [
                (2, "staff_count", "1,200"),
                (3, "leavers_count", "5%"),
                (4, "staff_count", "£9"),
                (4, "leavers_count", null),
            ],
            reading.Faults.Select(fault => (fault.Row!.Value, fault.Column!, fault.Value))
        );
        Assert.Equal(4, reading.FaultCount);
    }

    [Fact]
    public void Reported_value_is_short_and_shows_what_is_invisible()
    {
        var fault = Assert.Single(
            Importer.ReadFigures([.. Enumerable.Repeat("5", 12), "a\u0007\u202E" + new string('b', 150)]).Faults
        );

        Assert.StartsWith("a\\u{0007}\\u{202E}bbb", fault.Value, StringComparison.Ordinal);
        Assert.True(fault.Value!.Length <= 81);
    }
}
