using System.CommandLine;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>--level network</c>: the narrowest release that goes to a hub.</summary>
internal static class ReleaseLevelOption
{
    public static Option<string> Create()
    {
        var level = new Option<string>("--level")
        {
            Description =
                "The narrowest release that goes to the hub: a regional hub takes network, a national one nation.",
            Required = true,
        };
        level.AcceptOnlyFromAmong([.. Enum.GetNames<ReleaseLevel>().Select(name => name.ToLowerInvariant())]);
        return level;
    }

    public static ReleaseLevel Read(string text) => Enum.Parse<ReleaseLevel>(text, ignoreCase: true);
}
