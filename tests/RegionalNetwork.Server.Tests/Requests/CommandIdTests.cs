using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Tests.Requests;

/// <summary>What got no answer may be sent again, by clients and by what stands before the nodes (deploy/haproxy), only because no
/// change is made twice.</summary>
public sealed class CommandIdTests(ITestOutputHelper output)
{
    [Fact]
    public void No_mutation_can_be_sent_without_the_id_that_makes_it_happen_once()
    {
        var mutations = NetworkSchema.Bind().Schema.MutationType!.Fields.Values;

        Assert.Empty(mutations.Where(mutation => !HasCommandId(mutation)).Select(mutation => mutation.Name));
        Assert.NotEmpty(mutations);
        output.WriteLine($"{mutations.Count} mutations");
    }

    private static bool HasCommandId(Field mutation) =>
        mutation.Arguments.TryGetValue("input", out var input)
        && input.Type.Named is InputObjectType type
        && type.Fields.TryGetValue("commandId", out var id)
        && id is { Type: NonNullType, DefaultValue: null };
}
