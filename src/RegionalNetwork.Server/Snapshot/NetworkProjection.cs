using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.EventSourcing.Serialization;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Snapshot;

/// <summary>Folds the journal into <see cref="NetworkSnapshot"/>s.</summary>
internal sealed class NetworkProjection(IndicatorCatalogue catalogue, ReturnCollections collections)
    : IProjection<NetworkSnapshot>
{
    /// <summary>Fewer are not worth the help of other cores.</summary>
    private const int DecodedTogetherMin = 16;

    public static NetworkProjection Of(NetworkDefinitions definitions) =>
        new(definitions.Catalogue, definitions.TableSchemas.Collections);

    public NetworkSnapshot Initial { get; } = NetworkSnapshot.Empty(catalogue, collections);

    public Func<NetworkSnapshot, NetworkSnapshot> Read(IReadOnlyList<JournalEntry> entries)
    {
        var happened = DecodedTogether(entries);
        return snapshot =>
        {
            for (var place = 0; place < entries.Count; place++)
            {
                // What could not be decoded is tried again in its turn, and fails.
                var one = happened[place] ?? EventRegistries.Decode(entries[place]);
                snapshot = Apply(snapshot, entries[place], one);
            }

            return snapshot;
        };
    }

    /// <summary>A snapshot with all that was returned and published, to which the entries of everything else are yet to be applied.</summary>
    public NetworkSnapshot Resumed(ReturnDirectory returns, PublicationDirectory publications) =>
        Initial with
        {
            Returns = returns,
            Publications = publications,
            Benchmarks = publications.All.Aggregate(
                Initial.Benchmarks,
                (benchmarks, publication) => benchmarks.With(publication)
            ),
        };

    private static object?[] DecodedTogether(IReadOnlyList<JournalEntry> entries)
    {
        var happened = new object?[entries.Count];
        if (entries.Count < DecodedTogetherMin)
        {
            return happened;
        }

        Parallel.For(
            0,
            entries.Count,
            place =>
            {
                try
                {
                    happened[place] = EventRegistries.Decode(entries[place]);
                }
                catch (Exception e) when (e is UnknownEventException or MalformedEventException)
                {
                    // The first in the journal's order is to be told, not the first that a core came upon.
                }
            }
        );
        return happened;
    }

    private static NetworkSnapshot Apply(NetworkSnapshot snapshot, JournalEntry entry, object happened)
    {
        var key = entry.Stream.Key;
        return entry.Stream.Category switch
        {
            StreamCategories.Council => snapshot with
            {
                Councils = snapshot.Councils.Apply(key, (ICouncilEvent)happened),
            },
            StreamCategories.Network => snapshot with
            {
                Networks = snapshot.Networks.Apply(key, (INetworkEvent)happened),
            },
            StreamCategories.PrincipalSocialWorker => snapshot with
            {
                Appointments = snapshot.Appointments.Apply(key, (PswEvent)happened),
            },
            StreamCategories.Workstream => snapshot with
            {
                Workstreams = snapshot.Workstreams.Apply(key, (WorkstreamEvent)happened),
            },
            StreamCategories.Publication => Apply(snapshot, (PublicationEvent)happened),
            StreamCategories.Person => Apply(snapshot, key, (PersonEvent)happened),
            StreamCategories.RoleAssignment => snapshot with
            {
                RoleAssignments = snapshot.RoleAssignments.Apply(key, (RoleAssignmentEvent)happened),
            },
            StreamCategories.SharingAgreement => snapshot with
            {
                Agreements = snapshot.Agreements.Apply(key, (AgreementEvent)happened),
            },
            StreamCategories.NeighbourModel => snapshot with
            {
                Neighbours = snapshot.Neighbours.Apply(key, (NeighbourEvent)happened),
            },
            StreamCategories.Return => snapshot with { Returns = snapshot.Returns.Apply(key, (ReturnEvent)happened) },
            StreamCategories.CollectionRound => Apply(snapshot, (RoundEvent)happened),
            StreamCategories.FederationMember => snapshot with
            {
                FederationMembers = snapshot.FederationMembers.Apply(key, (MemberEvent)happened),
            },
            StreamCategories.FederationLink => snapshot with
            {
                FederationLink = LinkDecider.Evolve(snapshot.FederationLink, (LinkEvent)happened),
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
            happened is RoundCompiled compiled
            && returns.FindRound(compiled.Collection, compiled.Period, compiled.Number) is { } round
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
