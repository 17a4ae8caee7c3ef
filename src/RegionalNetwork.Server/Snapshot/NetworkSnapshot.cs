using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Server.Snapshot;

/// <summary>The whole network at one position of the journal. Immutable; the next one shares all that did not change.</summary>
internal sealed record NetworkSnapshot(
    CouncilsView Councils,
    NetworkDirectory Networks,
    AppointmentDirectory Appointments,
    WorkstreamDirectory Workstreams,
    PublicationDirectory Publications,
    BenchmarkDirectory Benchmarks,
    PersonDirectory People,
    RoleAssignmentDirectory RoleAssignments,
    AgreementDirectory Agreements,
    NeighbourDirectory Neighbours,
    ReturnDirectory Returns,
    ReturnedDirectory Returned,
    MemberDirectory FederationMembers,
    LinkState FederationLink
)
{
    public static NetworkSnapshot Empty(IndicatorCatalogue catalogue, ReturnCollections collections) =>
        new(
            CouncilsView.Empty,
            NetworkDirectory.Empty,
            AppointmentDirectory.Empty,
            WorkstreamDirectory.Empty,
            PublicationDirectory.Empty,
            new BenchmarkDirectory(catalogue, CouncilRegister.England),
            PersonDirectory.Empty,
            RoleAssignmentDirectory.Empty,
            AgreementDirectory.Empty,
            NeighbourDirectory.Empty,
            ReturnDirectory.Empty,
            new ReturnedDirectory(catalogue, collections),
            MemberDirectory.Empty,
            LinkState.Initial
        );
}
