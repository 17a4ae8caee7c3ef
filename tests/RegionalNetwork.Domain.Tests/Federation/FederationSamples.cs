using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>Coventry's own node and a hub that takes what is released to the network.</summary>
internal static class FederationSamples
{
    public const string Name = "coventry";
    public const string Key = "a2V5";

    public static readonly string CodeHash = new('a', 64);

    public static readonly IReadOnlyList<Place> Owns = [Place.Council(Coventry)];

    public static readonly DateTimeOffset Now = new(2022, 4, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly MemberEvent[] Enrolled =
    [
        new MemberInvited(Name, Owns, ReleaseLevel.Network, CodeHash, "op", Now.AddDays(7)),
        new MemberEnrolled(Key, Now),
    ];

    public static readonly FederationMember Member = Enrolled
        .Aggregate(MemberState.Initial, MemberDecider.Evolve)
        .Member!;

    public static readonly JoinHub Join = new(Name, 1, "https://hub.example.gov.uk/", Key, Owns, ReleaseLevel.Network);

    public static readonly HubJoined Joined = new(
        Name,
        1,
        "https://hub.example.gov.uk/",
        Key,
        Owns,
        ReleaseLevel.Network,
        "op",
        Now
    );

    public static GrainSpec<MemberState, MemberCommand, MemberEvent> AtHub() =>
        new(MemberState.Initial, MemberDecider.Decide, MemberDecider.Evolve);

    public static GrainSpec<LinkState, LinkCommand, LinkEvent> AtNode() =>
        new(LinkState.Initial, LinkDecider.Decide, LinkDecider.Evolve);
}
