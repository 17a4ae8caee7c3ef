using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class TimeTests
{
    [Theory]
    [InlineData("2024", "Reporting year")]
    [InlineData("2024", "Calendar year")]
    [InlineData("2024", "January")]
    [InlineData("2024", "Week 52")]
    [InlineData("2024", "Calendar year Q3")]
    [InlineData("202425", "Academic year")]
    [InlineData("202425", "Financial year")]
    [InlineData("202425", "Tax year")]
    [InlineData("202425", "Financial year Q4")]
    [InlineData("202425", "Part 1 (April to September)")]
    [InlineData("202425", "Autumn and spring term")]
    [InlineData("199900", "Academic year")]
    public void Period_of_the_standard_is_read(string period, string identifier)
    {
        var reading = Read((period, identifier));

        Importer.AssertRead(reading);
        Assert.Equal(new Period(period, identifier), Assert.Single(reading.DataSet!.Periods));
    }

    [Theory]
    [InlineData("", "Reporting year", ImportFaultCodes.TimePeriodBlank)]
    [InlineData("202425", "Reporting year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("2024", "Academic year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("2024/25", "Academic year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("2024-25", "Financial year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("202a", "Reporting year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("1899", "Reporting year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("2100", "Reporting year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("٢٠٢٤", "Reporting year", ImportFaultCodes.TimePeriodInvalid)]
    [InlineData("202426", "Academic year", ImportFaultCodes.TimePeriodNotConsecutive)]
    [InlineData("202424", "Tax year", ImportFaultCodes.TimePeriodNotConsecutive)]
    public void Period_that_does_not_fit_its_identifier_is_refused(string period, string identifier, string code) =>
        Assert.Equal((code, 2, "time_period"), Importer.OnlyFault(Read((period, identifier))));

    [Theory]
    [InlineData("", ImportFaultCodes.TimeIdentifierBlank)]
    [InlineData("Week 53", ImportFaultCodes.TimeIdentifierUnknown)]
    [InlineData("Annual", ImportFaultCodes.TimeIdentifierUnknown)]
    public void Identifier_outside_the_standard_is_refused(string identifier, string code) =>
        Assert.Equal((code, 2, "time_identifier"), Importer.OnlyFault(Read(("2024", identifier))));

    [Fact]
    public void Misspelt_identifier_is_answered_with_the_nearest_one()
    {
        var fault = Assert.Single(Read(("2024", "Reportng yaer")).Faults);

        Assert.Contains("Did you mean “Reporting year”?", fault.Message);
        Assert.Equal("Reportng yaer", fault.Value);
    }

    [Fact]
    public void Rows_with_different_identifiers_are_refused() =>
        Assert.Equal(
            (ImportFaultCodes.TimeIdentifiersMixed, 3, "time_identifier"),
            Importer.OnlyFault(Read(("2023", "Reporting year"), ("2024", "Calendar year")))
        );

    [Fact]
    public void Periods_stand_in_order_of_appearance()
    {
        var reading = Read(("2024", "Reporting year"), ("2022", "Reporting year"), ("2023", "Reporting year"));

        Assert.Equal(["2024", "2022", "2023"], reading.DataSet!.Periods.Select(period => period.Code));
        Assert.Equal([0, 1, 2], reading.DataSet.Rows.Select(row => row.Period));
    }

    private static ImportReading Read(params (string Period, string Identifier)[] rows) =>
        Importer.Read(
            Importer.Heading
                + "staff_count\n"
                + string.Concat(rows.Select(row => $"{row.Period},{row.Identifier},National,E92000001,England,5\n"))
        );
}
