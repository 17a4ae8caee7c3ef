using Microsoft.Extensions.Configuration;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>Settings as environment variables name them, which notes what is asked for.</summary>
internal sealed class AskedSettings : ConfigurationProvider, IConfigurationSource
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public AskedSettings(IEnumerable<KeyValuePair<string, string>> variables)
    {
        foreach (var (name, value) in variables)
        {
            Data[KeyOf(name)] = value;
        }
    }

    public bool IsAsked(string variable) => _asked.Contains(KeyOf(variable));

    public override bool TryGet(string key, out string? value)
    {
        _asked.Add(key);
        return base.TryGet(key, out value);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    private static string KeyOf(string variable) =>
        variable.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
