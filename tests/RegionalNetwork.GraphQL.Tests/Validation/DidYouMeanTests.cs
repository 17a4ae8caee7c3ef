using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation;

public sealed class DidYouMeanTests
{
    [Theory]
    [InlineData("nam", "name,names,nickname", " Did you mean \"name\" or \"names\"?")]
    [InlineData("NAME", "name,other", " Did you mean \"name\"?")]
    [InlineData("naem", "other,name", " Did you mean \"name\"?")]
    [InlineData("a", "b,c,d,e,f,g", " Did you mean \"b\", \"c\", \"d\", \"e\", or \"f\"?")]
    [InlineData("colour", "workstream", "")]
    [InlineData("colour", "", "")]
    public void Nearest_names_are_suggested_first_and_at_most_five(string name, string known, string expected) =>
        Assert.Equal(expected, DidYouMean.Among(name, known.Split(',')));

    [Theory]
    [InlineData("same", "same", 0)]
    [InlineData("Same", "sAME", 1)]
    [InlineData("cat", "act", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("kitten", "kit", 3)]
    [InlineData("abc", "xyz", 3)]
    public void Distance_counts_edits_swaps_and_a_change_of_case(string one, string other, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(one, other, 10));
        Assert.Equal(expected, EditDistance.Between(other, one, 10));
    }

    [Fact]
    public void Distance_past_the_limit_is_one_past_the_limit()
    {
        Assert.Equal(3, EditDistance.Between("abcdef", "uvwxyz", 2));
        Assert.Equal(3, EditDistance.Between("a", "abcdef", 2));
    }
}
