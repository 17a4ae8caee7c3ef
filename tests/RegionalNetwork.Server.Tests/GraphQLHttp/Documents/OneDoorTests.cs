using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Documents;

/// <summary>Trusted documents hold only if no transport can go round them.</summary>
public sealed class OneDoorTests
{
    [Fact]
    public void Documents_of_callers_are_prepared_in_one_place_only() =>
        Assert.Equal(
            ["RequestDocuments.cs"],
            Repository
                .Sources("src/RegionalNetwork.Server")
                .Where(source => source.Text.Contains("xecutor.Prepare(", StringComparison.Ordinal))
                .Select(source => Path.GetFileName(source.Path))
        );
}
