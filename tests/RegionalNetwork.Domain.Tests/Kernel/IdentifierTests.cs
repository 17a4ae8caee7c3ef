using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Kernel;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("west-midlands")]
    [InlineData("P_2022.1")]
    public void Letters_digits_and_a_few_signs_are_an_identifier(string id) => Assert.True(Identifier.IsValid(id));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a@b.c")]
    [InlineData("é")]
    public void Anything_else_is_not(string id) => Assert.False(Identifier.IsValid(id));

    [Fact]
    public void Its_length_has_a_limit()
    {
        Assert.True(Identifier.IsValid(new string('a', Limits.IdCharacters)));
        Assert.False(Identifier.IsValid(new string('a', Limits.IdCharacters + 1)));
    }
}
