using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Kernel;

public sealed class FreeTextTests
{
    [Fact]
    public void Space_around_is_cut_and_the_limit_counts_what_is_left()
    {
        Assert.Equal(new FreeText("abc", null), FreeText.Line("  abc\t", 3, "title"));
        Assert.Equal("TEXT_TOO_LONG", FreeText.Line(" abcd ", 3, "title").Fault!.Code);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u2028b")]
    [InlineData("a\u202eb")]
    public void A_line_has_no_control_character(string text) =>
        Assert.Equal("CONTROL_CHARACTERS", FreeText.Line(text, 100, "title").Fault!.Code);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Equal("CONTROL_CHARACTERS", FreeText.Line("a\ud83db", 100, "title").Fault!.Code);

    [Theory]
    [InlineData("Ynys Môn – \"d'être\" 👩‍👧")]
    [InlineData("=1+1")]
    public void Other_characters_are_kept(string text) => Assert.Equal(text, FreeText.Line(text, 100, "title").Value);

    [Fact]
    public void Paragraphs_may_break_lines_in_one_way()
    {
        Assert.Equal("a\n\nb\nc", FreeText.Paragraphs("a\r\n\r\nb\rc\n", 100, "rationale").Value);
        Assert.Equal("CONTROL_CHARACTERS", FreeText.Paragraphs("a\tb", 100, "rationale").Fault!.Code);
    }

    [Fact]
    public void A_refusal_names_the_field_and_what_to_do()
    {
        var fault = FreeText.Line("someone@example.org", 100, "alignment", "text").Fault!;

        Assert.Equal("PERSONAL_DATA", fault.Code);
        Assert.Equal(["alignment", "text"], fault.Path);
        Assert.StartsWith("Remove what looks like an e-mail address.", fault.Message, StringComparison.Ordinal);
    }
}
