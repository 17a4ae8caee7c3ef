using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.GraphQL.Tests.TypeSystem;

public sealed class DidYouMeanTests
{
    [Theory]
    [InlineData("councl", " Did you mean \"council\"?")]
    [InlineData("COUNCIL", " Did you mean \"council\"?")]
    [InlineData("regoin", " Did you mean \"region\" or \"regions\"?")]
    [InlineData("workstream", "")]
    [InlineData("", "")]
    public void Names_that_look_alike_are_suggested(string input, string sentence) =>
        Assert.Equal(sentence, DidYouMean.Among(input, ["council", "region", "regions"]));

    [Fact]
    public void Suggestions_are_at_most_five_and_in_natural_order() =>
        Assert.Equal(
            " Did you mean the field \"abc1\", \"abc2\", \"abc3\", \"abc9\", or \"abc10\"?",
            DidYouMean.Say("the field", DidYouMean.Suggest("abc", ["abc11", "abc10", "abc9", "abc3", "abc2", "abc1"]))
        );

    [Fact]
    public void Swapped_neighbours_are_one_mistake() => Assert.Equal(["ab"], DidYouMean.Suggest("ba", ["ab", "cd"]));
}
