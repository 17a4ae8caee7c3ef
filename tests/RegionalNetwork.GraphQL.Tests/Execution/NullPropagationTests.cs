using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors</summary>
public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { node: Node  nodes: [Node]  strictNodes: [Node!]  strictList: [Node!]!  strict: Node! }
        type Node {
          ok: String!
          fails: String
          strictFails: String!
          isNull: String!
          child: Node
          strictChild: Node!
          items: [String]
          strictItems: [String!]
          strictList: [String!]!
          laterFails: String!
        }
        """;

    private readonly ExecutionTest _test = new(
        Sdl,
        new ResolverMap()
            .Query(query =>
                query
                    .Field("node", _ => new Node())
                    .Field("strict", _ => new Node())
                    .Field("nodes", _ => new[] { new Node(), null })
                    .Field("strictNodes", _ => new[] { new Node(), null })
                    .Field("strictList", _ => new[] { new Node(), null })
            )
            .Object<Node>(
                "Node",
                node =>
                    node.Field("ok", _ => "ok")
                        .Field("fails", string (_) => throw new GraphQLFieldException("Broken.", "BROKEN"))
                        .Field("strictFails", string (_) => throw new GraphQLFieldException("Broken.", null))
                        .Field("isNull", string? (_) => null)
                        .Field("child", _ => new Node())
                        .Field("strictChild", _ => new Node())
                        .Field("items", _ => new[] { "a", null })
                        .Field("strictItems", _ => new[] { "a", null })
                        .Field("strictList", _ => new[] { "a", null })
                        .FieldAsync(
                            "laterFails",
                            async (_, _) =>
                            {
                                await Task.Yield();
                                return (string?)null;
                            }
                        )
            )
    );

    [Theory]
    [InlineData("{ node { ok fails } }", """{"node":{"ok":"ok","fails":null}}""", "Broken.", "node.fails")]
    [InlineData("{ node { ok strictFails } }", """{"node":null}""", "Broken.", "node.strictFails")]
    [InlineData(
        "{ node { ok isNull } }",
        """{"node":null}""",
        "Cannot return null for non-nullable field Node.isNull.",
        "node.isNull"
    )]
    [InlineData(
        "{ node { strictChild { strictChild { isNull } } } }",
        """{"node":null}""",
        "Cannot return null for non-nullable field Node.isNull.",
        "node.strictChild.strictChild.isNull"
    )]
    [InlineData(
        "{ node { ok child { strictChild { isNull } } after: ok } }",
        """{"node":{"ok":"ok","child":null,"after":"ok"}}""",
        "Cannot return null for non-nullable field Node.isNull.",
        "node.child.strictChild.isNull"
    )]
    [InlineData("{ node { items } }", """{"node":{"items":["a",null]}}""", null, null)]
    [InlineData(
        "{ node { ok strictItems } }",
        """{"node":{"ok":"ok","strictItems":null}}""",
        "Cannot return null for non-nullable field Node.strictItems.",
        "node.strictItems.1"
    )]
    [InlineData(
        "{ node { strictList } }",
        """{"node":null}""",
        "Cannot return null for non-nullable field Node.strictList.",
        "node.strictList.1"
    )]
    [InlineData("{ nodes { ok } }", """{"nodes":[{"ok":"ok"},null]}""", null, null)]
    [InlineData(
        "{ nodes { isNull } }",
        """{"nodes":[null,null]}""",
        "Cannot return null for non-nullable field Node.isNull.",
        "nodes.0.isNull"
    )]
    [InlineData(
        "{ strictNodes { ok } }",
        """{"strictNodes":null}""",
        "Cannot return null for non-nullable field Query.strictNodes.",
        "strictNodes.1"
    )]
    [InlineData(
        "{ strictList { ok } }",
        "null",
        "Cannot return null for non-nullable field Query.strictList.",
        "strictList.1"
    )]
    [InlineData(
        "{ strict { isNull } }",
        "null",
        "Cannot return null for non-nullable field Node.isNull.",
        "strict.isNull"
    )]
    [InlineData(
        "{ node { ok laterFails } }",
        """{"node":null}""",
        "Cannot return null for non-nullable field Node.laterFails.",
        "node.laterFails"
    )]
    [InlineData(
        "{ nodes { laterFails } }",
        """{"nodes":[null,null]}""",
        "Cannot return null for non-nullable field Node.laterFails.",
        "nodes.0.laterFails"
    )]
    [InlineData(
        "{ node { ok child { laterFails } strictChild { ok } } }",
        """{"node":{"ok":"ok","child":null,"strictChild":{"ok":"ok"}}}""",
        "Cannot return null for non-nullable field Node.laterFails.",
        "node.child.laterFails"
    )]
    public async Task Null_goes_up_to_the_nearest_nullable_place(
        string query,
        string data,
        string? message,
        string? path
    )
    {
        var response = System.Text.Json.JsonElement.Parse(await _test.Run(query));
        Assert.Equal(data, response.GetProperty("data").GetRawText());
        Assert.Equal(message is not null, response.TryGetProperty("errors", out var errors));
        if (message is not null)
        {
            var error = Assert.Single(errors.EnumerateArray());
            Assert.Equal(message, error.GetProperty("message").GetString());
            Assert.Equal(path, string.Join('.', error.GetProperty("path").EnumerateArray()));
        }
    }

    [Fact]
    public async Task Error_has_location_path_and_code() =>
        Assert.Equal(
            """{"data":{"node":{"x":null}},"errors":[{"message":"Broken.","locations":[{"line":1,"column":10}],"path":["node","x"],"extensions":{"code":"BROKEN"}}]}""",
            await _test.Run("{ node { x: fails } }")
        );

    private sealed record Node;
}
