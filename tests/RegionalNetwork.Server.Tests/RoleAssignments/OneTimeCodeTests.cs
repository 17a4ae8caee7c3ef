using RegionalNetwork.Server.RoleAssignments;

namespace RegionalNetwork.Server.Tests.RoleAssignments;

public sealed class OneTimeCodeTests
{
    [Fact]
    public void A_code_has_160_bits_in_groups_of_four_and_is_never_the_same()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => OneTimeCode.New()).ToArray();

        Assert.All(codes, code => Assert.Matches("^[a-z2-7]{4}(-[a-z2-7]{4}){7}$", code));
        Assert.Equal(codes.Length, codes.Distinct().Count());
    }

    // https://www.rfc-editor.org/rfc/rfc4648#section-10
    [Fact]
    public void A_code_is_base32() => Assert.Equal("mzxw-6ytb", OneTimeCode.Write("fooba"u8));

    [Fact]
    public void How_a_code_is_typed_does_not_matter()
    {
        var hash = OneTimeCode.HashOf("mzxw-6ytb");

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, OneTimeCode.HashOf(" MZXW 6ytb\n"));
        Assert.NotEqual(hash, OneTimeCode.HashOf("mzxw-6yta"));
    }

    [Fact]
    public void What_is_longer_than_any_code_is_none()
    {
        Assert.NotNull(OneTimeCode.HashOf(new string('a', OneTimeCode.TypedCharactersMax)));
        Assert.Null(OneTimeCode.HashOf(new string('a', OneTimeCode.TypedCharactersMax + 1)));
    }
}
