using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.SampleData;

/// <summary>Words that the texts of the sample share.</summary>
internal static class Wording
{
    public static string Scope(ServiceScope scope) =>
        scope switch
        {
            ServiceScope.Childrens => "Scope: children's social work.",
            ServiceScope.Adults => "Scope: adults' social work.",
            _ => "Scope: children's and adults' social work.",
        };

    public static InvalidOperationException Unknown(string word) => new($"The sample's facts do not know '{word}'.");

    /// <summary>One line each; those that have nothing to say are left out.</summary>
    public static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>());
}
