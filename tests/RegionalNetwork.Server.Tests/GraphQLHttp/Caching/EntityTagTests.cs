using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.GraphQLHttp.Caching;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Caching;

public sealed class EntityTagTests
{
    private static readonly Caller Somebody = Caller.Assuming(new Actor("somebody", []));

    [Fact]
    public void A_tag_is_the_same_for_the_same_answer_form_and_audience()
    {
        var tag = EntityTags.Of("{}"u8, ResponseFormat.Json, Somebody);

        Assert.Equal(tag, EntityTags.Of("{}"u8, ResponseFormat.Json, Somebody with { OnBehalfOf = "another" }));
        Assert.Matches("^\"[A-Za-z0-9_-]{32}\"$", tag);
    }

    [Fact]
    public void A_tag_differs_with_each_of_answer_form_and_audience()
    {
        string[] tags =
        [
            EntityTags.Of("{}"u8, ResponseFormat.Json, Somebody),
            EntityTags.Of("{ }"u8, ResponseFormat.Json, Somebody),
            EntityTags.Of("{}"u8, ResponseFormat.GraphQLResponse, Somebody),
            EntityTags.Of("{}"u8, ResponseFormat.Json, Caller.Assuming(new Actor("another", []))),
            EntityTags.Of("{}"u8, ResponseFormat.Json, Caller.Anonymous),
        ];

        Assert.Equal(tags.Length, tags.Distinct(StringComparer.Ordinal).Count());
    }
}
