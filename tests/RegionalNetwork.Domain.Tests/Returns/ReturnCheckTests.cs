using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns.Checks;
using RegionalNetwork.Domain.Returns.Collections;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.Returns;

public sealed class ReturnCheckTests
{
    [Fact]
    public void A_good_table_gives_its_figures()
    {
        var reading = Read(Heading, GoodRows);

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Warnings);
        Assert.Equal(40.25, reading.Figures!.Find("Mixed", "days_lost")!.Value.Number);
        Assert.Equal(
            ["60,6,120.5", "30,3,40.25", "10,1,0", "100,10,160.75"],
            reading.Figures.Rows.Select(row => row.Cells)
        );
    }

    [Fact]
    public void Columns_and_rows_may_stand_in_any_order()
    {
        var reading = Read(
            "Leavers,in_post,days_lost,ethnicity_major,LA_NAME,new_la_code,time_identifier,time_period",
            "10,100,160.75,total,COVENTRY,E08000026,financial year,202122",
            "1,10,0,Unknown,Coventry,E08000026,Financial year,202122",
            "3,30,40.25,Mixed,Coventry,E08000026,Financial year,202122",
            "6,60,120.5,White,Coventry,E08000026,Financial year,202122"
        );

        Assert.Empty(reading.Faults);
        Assert.Equal(Read(Heading, GoodRows).Figures!.Rows, reading.Figures!.Rows);
    }

    [Fact]
    public void Twenty_faults_give_twenty_messages()
    {
        var reading = Read(
            "time_period,time_identifier,new_la_code,la_name,ethnicity_major,in_post,leaver,days_lost,days_lost",
            "202021,Financial year,E08000026,Coventry,White,60,6,1,1",
            "202122,Academic year,E08000026,Coventry,Mixed,30.5,3,1,1",
            "202122,Financial year,E08000027,Dudley,Unknow,many,1,,1",
            "202122,Financial year,E08000026,Coventry,Total,6000,10,-2,1",
            "202122,Financial year,E08000026,Coventry,Mixed,c,3,1,1",
            "202122,Financial year,E08000026,Coventry,Total,\"1,5%\"",
            "202122,Financial year,E08000026,Coventry,=SUM(A1),1200%,3,low,1"
        );

        Assert.Equal(
            [
                "\"Unknown\": There is no row for this item. Add it, with x where a figure is not available.",
                "Row 1, column leaver: This collection has no such column. Did you mean \"leavers\"? Rename it or take it out.",
                "Row 1, column days_lost: This column is there twice. Keep one of the two.",
                "Row 1, column leavers: This column is missing. Add it; the template has all columns.",
                "Row 2, column time_period, \"202021\": This return is for 202122. Write that, or choose the period that the file is for.",
                "Row 3, column time_identifier, \"Academic year\": Write Financial year.",
                "Row 3, column in_post, \"30.5\": Write a whole number: this column counts people or things.",
                "Row 4, column new_la_code, \"E08000027\": This return is for Coventry (E08000026). Take out the rows of other councils.",
                "Row 4, column la_name, \"Dudley\": This is another council's name. Write Coventry, and check that the figures are its own.",
                "Row 4, column ethnicity_major, \"Unknow\": This is no item of this column. Did you mean \"Unknown\"? Write one of: White; Mixed; Unknown; Total.",
                "Row 4, column in_post, \"many\": Write a plain number such as 12.5, or >90, <10 or ~90 where it is not exact, or x, z or u.",
                "Row 4, column days_lost: Write the figure, 0 for none, x where it is not available, z where it does not apply, or u where it is unreliable.",
                "Row 5, column in_post, \"6000\": Write a number of at most 5000.",
                "Row 5, column days_lost, \"-2\": Write a number of at least 0.",
                "Row 6, \"Mixed\": Row 3 is for the same item. Keep one of the two.",
                "Row 6, column in_post, \"c\": Write the figure itself: a council does not suppress its own figures. Small numbers are hidden before others see them.",
                "Row 7: The row has 7 cells and the heading has 9. Complete the row.",
                "Row 8, column ethnicity_major, \"=SUM(A1)\": A spreadsheet would run this as a formula. Write the figure or the name itself.",
                "Row 8, column in_post, \"1200%\": Leave out the percent sign: 79% is written 79.",
                "Row 8, column days_lost, \"low\": Write the figure itself, not rounded; it is rounded where it is shown.",
            ],
            reading.Faults.Select(fault => fault.Sentence)
        );
        Assert.Null(reading.Figures);
    }

    [Fact]
    public void What_looks_like_a_persons_data_is_refused_and_not_shown_again()
    {
        var fault = Read(Heading, Rows("AB1234567890,60,6,1")).Faults.First(one => one.Row is not null);

        Assert.Equal(ReturnFaultCodes.PersonalData, fault.Code);
        Assert.Null(fault.Value);
    }

    [Fact]
    public void A_part_is_not_more_than_its_whole() =>
        Assert.Equal(
            "Row 4, column leavers, \"11\": This cannot be more than in_post, which is 10. Who left was in post.",
            OnlyFault(Rows("White,60,6,1", "Mixed,30,3,1", "Unknown,10,11,1", "Total,100,20,3"))
        );

    [Theory]
    [InlineData("101", "add up to 100, not 101")]
    [InlineData("99", "add up to 100, not 99")]
    public void Groups_sum_to_the_total(string total, string message) =>
        Assert.Contains(
            message,
            OnlyFault(Rows("White,60,6,1", "Mixed,30,3,1", "Unknown,10,1,1", $"Total,{total},10,3"))
        );

    [Fact]
    public void With_a_symbol_groups_are_not_more_than_the_total()
    {
        Assert.Empty(Read(Heading, Rows("White,60,6,1", "Mixed,x,3,1", "Unknown,<10,1,1", "Total,100,10,3")).Faults);
        Assert.Contains(
            "add up to at least 110, not 100",
            OnlyFault(Rows("White,60,6,1", "Mixed,x,3,1", "Unknown,50,1,1", "Total,100,10,3"))
        );
        Assert.Empty(Read(Heading, Rows("White,60,6,1", "Mixed,30,3,1", "Unknown,9,1,1", "Total,x,10,3")).Faults);
    }

    [Fact]
    public void Decimals_may_differ_from_their_total_by_rounding()
    {
        Assert.Empty(
            Read(Heading, Rows("White,60,6,1.1", "Mixed,30,3,1.1", "Unknown,10,1,1.1", "Total,100,10,3.5")).Faults
        );
        Assert.NotEmpty(
            Read(Heading, Rows("White,60,6,1.1", "Mixed,30,3,1.1", "Unknown,10,1,1.1", "Total,100,10,3.6")).Faults
        );
    }

    [Theory]
    [InlineData(">90", StatedQualifier.Over)]
    [InlineData(">=90", StatedQualifier.AtLeast)]
    [InlineData("<90", StatedQualifier.Below)]
    [InlineData("<=90", StatedQualifier.AtMost)]
    [InlineData("~90", StatedQualifier.About)]
    public void A_qualified_figure_has_a_number_to_show_and_none_to_add(string text, StatedQualifier qualifier)
    {
        var reading = Read(Heading, Rows($"White,{text},6,1", "Mixed,3,3,1", "Unknown,1,1,1", "Total,100,10,3"));

        var figure = reading.Figures!.Find("White", "in_post")!.Value;
        Assert.Equal((90d, qualifier), (figure.Number, figure.Qualifier));
        Assert.Null(figure.Summand);
        Assert.Equal(text, figure.Text);
    }

    [Theory]
    [InlineData("x", FigureStatus.NotAvailable)]
    [InlineData("Z", FigureStatus.NotApplicable)]
    [InlineData("u", FigureStatus.LowReliability)]
    public void Symbols_say_why_there_is_no_figure(string symbol, FigureStatus status)
    {
        var reading = Read(Heading, Rows($"White,{symbol},6,1", "Mixed,30,3,1", "Unknown,10,1,1", "Total,100,10,3"));

        Assert.Equal(status, reading.Figures!.Find("White", "in_post")!.Value.Status);
    }

    [Fact]
    public void A_figure_takes_sixteen_bytes() =>
        Assert.Equal(16, System.Runtime.CompilerServices.Unsafe.SizeOf<Domain.Returns.ReturnFigure>());

    [Fact]
    public void Swings_and_changed_definitions_are_warned_of()
    {
        var prior = Prior("White,45,6,1", "Mixed,30,3,1", "Unknown,8,1,1", "Total,83,10,3");
        var period = ReturnPeriod.Find(Workforce, Year)!;

        var changed = Parsed(Schema.Replace("\"202223\"", "\"202122\"", StringComparison.Ordinal));

        var reading = ReturnCheck.Read(changed, period, OfCoventry, Table(Heading, GoodRows), prior);

        Assert.Empty(reading.Faults);
        Assert.Equal(
            [
                "days_lost Total DEFINITION_CHANGED: The definition has changed since your last return: Half days count as half. Say whether your figures follow it.",
                "in_post White SWING: in_post of White was 45 last time and is 60 now, up 33%.",
                "in_post Total SWING: in_post was 83 last time and is 100 now, up 20%.",
            ],
            reading.Warnings.Select(warning => $"{warning.Field} {warning.Item} {warning.Code}: {warning.Message}")
        );
    }

    [Fact]
    public void A_small_change_of_few_people_is_no_swing()
    {
        var prior = Prior("White,60,6,1", "Mixed,30,3,1", "Unknown,6,1,1", "Total,96,10,3");
        var period = ReturnPeriod.Find(Workforce, Year)!;

        Assert.Empty(ReturnCheck.Read(Workforce, period, OfCoventry, Table(Heading, GoodRows), prior).Warnings);
    }

    [Fact]
    public void Faults_have_a_limit()
    {
        var rows = Enumerable.Repeat(Rows("White,many,many,many")[0], Limits.FaultsPerReturn);

        Assert.Equal(Limits.FaultsPerReturn, Read(Heading, [.. rows]).Faults.Count);
    }

    private static string OnlyFault(string[] rows) => Assert.Single(Read(Heading, rows).Faults).Sentence;
}
