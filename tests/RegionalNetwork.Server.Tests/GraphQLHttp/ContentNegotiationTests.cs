using Microsoft.Extensions.Primitives;
using RegionalNetwork.Server.GraphQLHttp;

namespace RegionalNetwork.Server.Tests.GraphQLHttp;

public sealed class ContentNegotiationTests
{
    [Theory]
    [InlineData(null, "Json")]
    [InlineData("*/*", "Json")]
    [InlineData("application/*", "Json")]
    [InlineData("application/json", "Json")]
    [InlineData("application/json; charset=utf-8", "Json")]
    [InlineData("application/graphql-response+json", "GraphQLResponse")]
    [InlineData("APPLICATION/GRAPHQL-RESPONSE+JSON; charset=UTF-8", "GraphQLResponse")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "GraphQLResponse")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "Json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Html")]
    [InlineData("application/json;q=0", "None")]
    [InlineData("application/json; charset=utf-16", "None")]
    [InlineData("image/png", "None")]
    [InlineData("not a media type", "None")]
    public void The_answer_takes_the_form_that_the_caller_likes_best(string? accept, string expected)
    {
        var format = ContentNegotiation.Negotiate(accept is null ? StringValues.Empty : new StringValues(accept));
        Assert.Equal(expected, format.ToString());
    }
}
