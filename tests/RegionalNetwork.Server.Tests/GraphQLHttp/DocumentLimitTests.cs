using System.Net;
using RegionalNetwork.GraphQL;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.GraphQLHttp;

/// <summary>The engine's limits as a client meets them: at the limit an answer, one past it a clear refusal.</summary>
public sealed class DocumentLimitTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Aliases_are_limited()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Client.QueryAsync(WithAliases(Limits.MaxAliases))).Status);
        await AssertRefusedAsync(WithAliases(Limits.MaxAliases + 1), "alias");
    }

    [Fact]
    public async Task Depth_is_limited()
    {
        Assert.Equal(
            HttpStatusCode.OK,
            (await server.Client.QueryAsync(WithDepth(Limits.MaxSelectionDepthLevels))).Status
        );
        await AssertRefusedAsync(WithDepth(Limits.MaxSelectionDepthLevels + 1), "deep");
    }

    [Fact]
    public async Task Tokens_are_limited()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Client.QueryAsync(WithTokens(Limits.MaxDocumentTokens))).Status);
        await AssertRefusedAsync(WithTokens(Limits.MaxDocumentTokens + 1), "token");
    }

    [Fact]
    public async Task Characters_are_limited()
    {
        Assert.Equal(
            HttpStatusCode.OK,
            (await server.Client.QueryAsync("{ __typename }".PadRight(Limits.MaxDocumentCharacters))).Status
        );
        await AssertRefusedAsync("{ __typename }".PadRight(Limits.MaxDocumentCharacters + 1), "character");
    }

    [Theory]
    [InlineData('{')]
    [InlineData('[')]
    [InlineData('(')]
    public async Task Deeply_nested_brackets_do_not_bring_the_server_down(char bracket)
    {
        var answer = await server.Client.QueryAsync("{ a" + new string(bracket, Limits.MaxDocumentCharacters - 10));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("""{"__typename":"Query"}""", await server.Client.ReadAsync("{ __typename }"));
    }

    [Fact]
    public async Task Deeply_nested_variables_are_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("[", 1_000)) + string.Concat(Enumerable.Repeat("]", 1_000));
        var answer = await server.Client.PostJsonAsync(
            """{"query":"{ __typename }","variables":{"a":""" + nested + "}}",
            As.Anonymous
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Fragments_that_multiply_are_refused_before_they_cost_anything()
    {
        var fragments = Enumerable
            .Range(0, 40)
            .Select(level => $"fragment F{level} on Query {{ ...F{level + 1} ...F{level + 1} }}");
        await AssertRefusedAsync(
            "{ ...F0 } " + string.Join(' ', fragments) + " fragment F40 on Query { __typename }",
            "field"
        );
    }

    [Fact]
    public async Task Answer_that_multiplies_is_refused_before_it_is_made()
    {
        var answer = await server.Client.QueryAsync(
            "{ councils { region { councils { region { councils { region { councils { region { name } } } } } } } } }"
        );

        Assert.Contains("The operation can cost ", answer.OnlyError, StringComparison.Ordinal);
        Assert.Equal("""{"__typename":"Query"}""", await server.Client.ReadAsync("{ __typename }"));
    }

    private static string WithAliases(int count) =>
        "{ " + string.Concat(Enumerable.Range(0, count).Select(alias => $"a{alias}: __typename ")) + "}";

    /// <summary>Fields inside one another; none has more than one item.</summary>
    private static string WithDepth(int levels) =>
        "{ __type(name: \"Query\") { "
        + string.Concat(Enumerable.Repeat("ofType { ", levels - 2))
        + "name"
        + string.Concat(Enumerable.Repeat(" }", levels));

    /// <summary>A long list of short items; what is left over is one field again and again, which merges into one.</summary>
    private static string WithTokens(int count)
    {
        const int around = 14;
        const int item = 8;
        return "{ benchmark(indicator: \"x\", where: ["
            + string.Concat(Enumerable.Repeat("{dimension:\"a\",item:\"b\"}", (count - around) / item))
            + "]) { "
            + string.Concat(Enumerable.Repeat("vintage ", (count - around) % item))
            + "} }";
    }

    private async Task AssertRefusedAsync(string document, string about)
    {
        var answer = await server.Client.QueryAsync(document);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(about, answer.Body.Text("errors.0.message"), StringComparison.OrdinalIgnoreCase);
    }
}
