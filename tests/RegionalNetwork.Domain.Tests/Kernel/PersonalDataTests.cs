using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Kernel;

public sealed class PersonalDataTests
{
    // Numbers are from ranges set aside for fiction (Ofcom) and for testing (NHS).
    [Theory]
    [InlineData("Write to someone@example.gov.uk today", "an e-mail address")]
    [InlineData("first.last+tag@sub.example.org", "an e-mail address")]
    [InlineData("Ring 01632 960123", "a phone number")]
    [InlineData("(01632) 960 123", "a phone number")]
    [InlineData("020 7946 0123", "a phone number")]
    [InlineData("07700900123.", "a phone number")]
    [InlineData("+44 7700 900123", "a phone number")]
    [InlineData("+44 (0)20 7946 0123", "a phone number")]
    [InlineData("0044 20 7946 0123", "a phone number")]
    [InlineData("patient 999 000 0018", "an NHS number")]
    [InlineData("9990000018", "an NHS number")]
    [InlineData("registered as SW1234567890", "a social worker's registration number")]
    [InlineData("sw1234567890,", "a social worker's registration number")]
    public void What_identifies_a_person_is_found(string text, string what) =>
        Assert.Equal(what, PersonalData.In(text));

    [Theory]
    [InlineData("")]
    [InlineData("Masterclass on 15 March 2022, 70+ social workers @ the town hall")]
    [InlineData("2022-04-01 to 2023-03-31")]
    [InlineData("2022-04-01 2023-03-31")]
    [InlineData("01-04-2022 31-03-2023")]
    [InlineData("01.04.2022-31.03.2023")]
    [InlineData("0.53 (0.26-1.09), 44,628 v 38,292")]
    [InlineData("E08000031 and E09000021 / E09000027")]
    [InlineData("£1000000000 over ten years")]
    [InlineData("999 000 0019")]
    [InlineData("SW12345678901")]
    [InlineData("LSW1234567890")]
    public void Dates_codes_and_figures_pass(string text) => Assert.Null(PersonalData.In(text));

    [Fact]
    public void The_longest_text_of_almost_matches_is_searched_in_an_instant()
    {
        foreach (var piece in new[] { "a@", "0 ", "02 ", "01632 9x", "+44 ", "aa123456789 ", "999 000 x" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, Limits.TextCharacters / piece.Length));

            Assert.Null(PersonalData.In(text));
        }
    }
}
