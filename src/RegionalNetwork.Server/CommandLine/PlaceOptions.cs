using System.CommandLine;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>--council</c>, <c>--network</c> and <c>--region</c>: where a role is held.</summary>
internal sealed record PlaceOptions(Option<string?> Council, Option<string?> Network, Option<string?> Region)
{
    public static PlaceOptions AddTo(Command command)
    {
        var council = new Option<string?>("--council")
        {
            Description = "The council of the role: nine-character or three-digit code.",
        };
        var network = new Option<string?>("--network")
        {
            Description = "The network of the role, such as west-midlands.",
        };
        var region = new Option<string?>("--region") { Description = "The region of the role: E12000005." };
        command.Options.Add(council);
        command.Options.Add(network);
        command.Options.Add(region);
        return new PlaceOptions(council, network, region);
    }

    public RolePlace Find(ParseResult parsed, Role role) =>
        RolePlace.Find(role, parsed.GetValue(Council), parsed.GetValue(Network), parsed.GetValue(Region));
}
