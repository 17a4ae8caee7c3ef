using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Sharing;

/// <summary>Answers the reading half of <c>schema/sharing.graphql</c>.</summary>
internal static class SharingResolvers
{
    public static ResolverMap AddSharing(this ResolverMap map) =>
        map.Query(query =>
                query.Field(
                    "sharingAgreements",
                    (SharingAgreementsArguments a, ResolverContext context) => Select(a.Network, context)
                )
            )
            .Object<SharingAgreement>("SharingAgreement", AddAgreementFields)
            .Object<Signature>("AgreementParty", party => party.Field("council", p => CouncilResolvers.Get(p.Council)))
            .AddSharingMutations();

    private static void AddAgreementFields(ObjectResolvers<SharingAgreement> agreement) =>
        agreement
            .Field("network", (a, context) => context.Snapshot().Networks.Find(a.Network)!)
            .Field("title", a => a.Terms.Title)
            .Field("purpose", a => a.Terms.Purpose)
            .Field("subjects", a => a.Terms.Subjects)
            .Field("indicators", a => a.Terms.Indicators)
            .Field("tiers", a => a.Terms.Tiers)
            .Field("from", a => a.Terms.From)
            .Field("to", a => a.Terms.To)
            .Field("retentionYears", a => a.Terms.RetentionYears)
            .Field("breachContact", a => a.Terms.BreachContact)
            .Field("parties", a => a.Signatures)
            .Field(
                "inForce",
                (SharingAgreement a, DateArguments arguments, ResolverContext context) =>
                    a.IsInForce(arguments.On ?? context.Today())
            );

    private static IReadOnlyList<SharingAgreement> Select(string code, ResolverContext context) =>
        context.Snapshot().Networks.Find(code) is { } network && IsOfNetwork(context.Actor(), network, context.Today())
            ? context.Snapshot().Agreements.OfNetwork(code)
            : [];

    /// <summary>Who has a role in the network or in a council that is a member today; who runs the service sees the terms too.</summary>
    private static bool IsOfNetwork(Actor actor, Network network, DateOnly today) =>
        actor.Grants.Any(grant =>
            grant.Place.Covers(network.Place)
            || (grant.Place.Kind == PlaceKind.Council && network.IsMember(grant.Place.Code, today))
        );

    private sealed record SharingAgreementsArguments(string Network);
}
