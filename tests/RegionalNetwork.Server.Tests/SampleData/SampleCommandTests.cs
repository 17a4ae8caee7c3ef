using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.SampleData.Facts;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>How facts become commands, where the sample as it is does not show it.</summary>
public sealed class SampleCommandTests
{
    private static readonly PriorityFact Fact = new(
        "a-priority",
        "priority",
        "Title",
        "Description.",
        "T01",
        [],
        ServiceScope.Both,
        [],
        [],
        new Source("Report", "1.1")
    );

    [Theory]
    [InlineData("approved", "sample-declare-a-priority sample-approve-a-priority sample-publish-a-priority")]
    [InlineData("recommended", "sample-declare-a-priority sample-publish-a-priority")]
    [InlineData("forNoting", "sample-declare-a-priority sample-publish-a-priority")]
    public void Only_a_decision_to_approve_makes_a_priority_approved(string decision, string commands)
    {
        var approval = new ApprovalFact("Cabinet", decision, "Note.");
        var set = new PrioritySetFact("E08000031", null, "2022-23", "stated", "So.", approval, [Fact]);

        var made = PriorityCommands.Of(new PriorityFacts([set])).ToArray();

        Assert.Equal(commands, string.Join(' ', made.Select(command => command.Id)));
        Assert.All(made, command => Assert.Equal("council/E08000031", command.Stream.ToString()));
    }

    [Fact]
    public void Every_command_has_an_id_of_its_own_that_the_journal_takes()
    {
        var ids = SampleNetwork.Commands().Select(command => $"{command.Id}").ToArray();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.True(CommandId.IsValid(id), id));
    }

    [Theory]
    [InlineData("2022-07-27", "27 July 2022", "2022-07-27")]
    [InlineData("2022-03", "March 2022", "2022-03-01")]
    [InlineData("2018", "2018", "2018-01-01")]
    public void A_date_is_told_as_precisely_as_it_is_known(string text, string inWords, string firstDay)
    {
        var date = JsonSerializer.Deserialize($"\"{text}\"", FactsJson.Default.KnownDate);

        Assert.Equal(inWords, date.InWords);
        Assert.Equal(DateOnly.Parse(firstDay), date.FirstDay);
    }

    [Theory]
    [InlineData("\"spring 2022\"")]
    [InlineData("\"2022-13\"")]
    [InlineData("null")]
    public void What_is_no_date_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, FactsJson.Default.KnownDate));
}
