using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.EventSourcing.Serialization;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Snapshot;

/// <summary>Folds the journal into <see cref="NetworkSnapshot"/>s.</summary>
internal sealed class NetworkProjection(IndicatorCatalogue catalogue, ReturnCollections collections)
    : IProjection<NetworkSnapshot>
{
    public NetworkSnapshot Initial { get; } = NetworkSnapshot.Empty(catalogue, collections);

    public NetworkSnapshot Apply(NetworkSnapshot snapshot, IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            snapshot = Apply(snapshot, entry);
        }

        return snapshot;
    }

    private static NetworkSnapshot Apply(NetworkSnapshot snapshot, JournalEntry entry)
    {
        var key = entry.Stream.Key;
        return entry.Stream.Category switch
        {
            StreamCategories.Council => snapshot with
            {
                Councils = snapshot.Councils.Apply(key, EventRegistries.Councils.Decode(entry)),
            },
            StreamCategories.Network => snapshot with
            {
                Networks = snapshot.Networks.Apply(key, EventRegistries.Networks.Decode(entry)),
            },
            StreamCategories.PrincipalSocialWorker => snapshot with
            {
                Appointments = snapshot.Appointments.Apply(key, EventRegistries.PrincipalSocialWorkers.Decode(entry)),
            },
            StreamCategories.Workstream => snapshot with
            {
                Workstreams = snapshot.Workstreams.Apply(key, EventRegistries.Workstreams.Decode(entry)),
            },
            StreamCategories.Publication => Apply(snapshot, EventRegistries.Publications.Decode(entry)),
            StreamCategories.Person => Apply(snapshot, key, EventRegistries.People.Decode(entry)),
            StreamCategories.RoleAssignment => snapshot with
            {
                RoleAssignments = snapshot.RoleAssignments.Apply(key, EventRegistries.RoleAssignments.Decode(entry)),
            },
            StreamCategories.SharingAgreement => snapshot with
            {
                Agreements = snapshot.Agreements.Apply(key, EventRegistries.Agreements.Decode(entry)),
            },
            StreamCategories.NeighbourModel => snapshot with
            {
                Neighbours = snapshot.Neighbours.Apply(key, EventRegistries.Neighbours.Decode(entry)),
            },
            StreamCategories.Return => snapshot with
            {
                Returns = snapshot.Returns.Apply(key, EventRegistries.Returns.Decode(entry)),
            },
            StreamCategories.CollectionRound => Apply(snapshot, EventRegistries.Rounds.Decode(entry)),
            StreamCategories.FederationMember => snapshot with
            {
                FederationMembers = snapshot.FederationMembers.Apply(
                    key,
                    EventRegistries.FederationMembers.Decode(entry)
                ),
            },
            StreamCategories.FederationLink => snapshot with
            {
                FederationLink = LinkDecider.Evolve(
                    snapshot.FederationLink,
                    EventRegistries.FederationLinks.Decode(entry)
                ),
            },
            _ => throw new UnknownEventException(entry),
        };
    }

    private static NetworkSnapshot Apply(NetworkSnapshot snapshot, PublicationEvent happened)
    {
        var publications = snapshot.Publications.Apply(happened);
        var benchmarks = publications.Find(happened.Publication) is { } publication
            ? snapshot.Benchmarks.With(publication)
            : snapshot.Benchmarks;
        return snapshot with { Publications = publications, Benchmarks = benchmarks };
    }

    private static NetworkSnapshot Apply(NetworkSnapshot snapshot, RoundEvent happened)
    {
        var returns = snapshot.Returns.Apply(happened);
        return
            happened is RoundCompiled compiled && returns.LastRound(compiled.Collection, compiled.Period) is { } round
            ? snapshot with
            {
                Returns = returns,
                Returned = snapshot.Returned.With(round, snapshot.Networks),
            }
            : snapshot with
            {
                Returns = returns,
            };
    }

    /// <summary>Who was erased has no role any more, whatever assignments still say.</summary>
    private static NetworkSnapshot Apply(NetworkSnapshot snapshot, string person, PersonEvent happened) =>
        snapshot with
        {
            People = snapshot.People.Apply(person, happened),
            RoleAssignments =
                happened is PersonErased ? snapshot.RoleAssignments.Erase(person) : snapshot.RoleAssignments,
        };
}
