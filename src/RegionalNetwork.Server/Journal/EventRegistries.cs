using System.Text.Json.Nodes;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Serialization;

namespace RegionalNetwork.Server.Journal;

/// <summary>
/// The wire name of every event, by aggregate. A name is never changed and never used again; another shape is the next version,
/// with an upcast from the old one.
/// </summary>
internal static class EventRegistries
{
    public static EventTypeRegistry<ICouncilEvent> Councils { get; } =
        EventTypeRegistry<ICouncilEvent>
            .Build()
            .Add("council.priority-declared.v2", () => EventJson.Default.PriorityDeclared)
            .AddUpcast("council.priority-declared.v1", "council.priority-declared.v2", DeclaredInPublic)
            .Add("council.priority-revised.v2", () => EventJson.Default.PriorityRevised)
            .AddUpcast("council.priority-revised.v1", "council.priority-revised.v2", WordedBySomebody)
            .Add("council.priority-audience-changed.v1", () => EventJson.Default.PriorityAudienceChanged)
            .Add("council.priority-status-changed.v1", () => EventJson.Default.PriorityStatusChanged)
            .Add("council.priorities-ranked.v1", () => EventJson.Default.PrioritiesRanked)
            .Add("council.narrative-written.v1", () => EventJson.Default.NarrativeWritten)
            .ToRegistry();

    public static EventTypeRegistry<INetworkEvent> Networks { get; } =
        EventTypeRegistry<INetworkEvent>
            .Build()
            .Add("network.founded.v1", () => EventJson.Default.NetworkFounded)
            .Add("network.revised.v1", () => EventJson.Default.NetworkRevised)
            .Add("network.council-joined.v1", () => EventJson.Default.CouncilJoinedNetwork)
            .Add("network.council-left.v1", () => EventJson.Default.CouncilLeftNetwork)
            .Add("network.priority-declared.v2", () => EventJson.Default.PriorityDeclared)
            .AddUpcast("network.priority-declared.v1", "network.priority-declared.v2", DeclaredInPublic)
            .Add("network.priority-revised.v2", () => EventJson.Default.PriorityRevised)
            .AddUpcast("network.priority-revised.v1", "network.priority-revised.v2", WordedBySomebody)
            .Add("network.priority-audience-changed.v1", () => EventJson.Default.PriorityAudienceChanged)
            .Add("network.priority-status-changed.v1", () => EventJson.Default.PriorityStatusChanged)
            .Add("network.priorities-ranked.v1", () => EventJson.Default.PrioritiesRanked)
            .ToRegistry();

    public static EventTypeRegistry<PswEvent> PrincipalSocialWorkers { get; } =
        EventTypeRegistry<PswEvent>
            .Build()
            .Add("principal-social-worker.appointed.v1", () => EventJson.Default.PswAppointed)
            .Add("principal-social-worker.form-changed.v1", () => EventJson.Default.PswFormChanged)
            .Add("principal-social-worker.reporting-line-changed.v1", () => EventJson.Default.PswReportingLineChanged)
            .Add("principal-social-worker.appointment-ended.v1", () => EventJson.Default.PswAppointmentEnded)
            .ToRegistry();

    public static EventTypeRegistry<WorkstreamEvent> Workstreams { get; } =
        EventTypeRegistry<WorkstreamEvent>
            .Build()
            .Add("workstream.created.v2", () => EventJson.Default.WorkstreamCreated)
            .AddUpcast("workstream.created.v1", "workstream.created.v2", InPublic)
            .Add("workstream.audience-changed.v1", () => EventJson.Default.WorkstreamAudienceChanged)
            .Add("workstream.revised.v1", () => EventJson.Default.WorkstreamRevised)
            .Add("workstream.status-changed.v1", () => EventJson.Default.WorkstreamStatusChanged)
            .Add("workstream.participant-joined.v1", () => EventJson.Default.ParticipantJoined)
            .Add("workstream.participant-left.v1", () => EventJson.Default.ParticipantLeft)
            .Add("workstream.action-added.v1", () => EventJson.Default.ActionAdded)
            .Add("workstream.action-revised.v1", () => EventJson.Default.ActionRevised)
            .Add("workstream.action-status-changed.v1", () => EventJson.Default.ActionStatusChanged)
            .Add("workstream.practice-event-planned.v1", () => EventJson.Default.PracticeEventPlanned)
            .Add("workstream.practice-event-revised.v1", () => EventJson.Default.PracticeEventRevised)
            .Add("workstream.practice-event-cancelled.v1", () => EventJson.Default.PracticeEventCancelled)
            .ToRegistry();

    public static EventTypeRegistry<PublicationEvent> Publications { get; } =
        EventTypeRegistry<PublicationEvent>
            .Build()
            .Add("publication.vintage-imported.v1", () => EventJson.Default.VintageImported)
            .Add("publication.figures-recorded.v1", () => EventJson.Default.FiguresRecorded)
            .Add("publication.statements-recorded.v1", () => EventJson.Default.StatementsRecorded)
            .ToRegistry();

    public static EventTypeRegistry<PersonEvent> People { get; } =
        EventTypeRegistry<PersonEvent>
            .Build()
            .Add("person.registered.v1", () => EventJson.Default.PersonRegistered)
            .Add("person.erased.v1", () => EventJson.Default.PersonErased)
            .ToRegistry();

    public static EventTypeRegistry<RoleAssignmentEvent> RoleAssignments { get; } =
        EventTypeRegistry<RoleAssignmentEvent>
            .Build()
            .Add("role-assignment.offered.v1", () => EventJson.Default.RoleOffered)
            .Add("role-assignment.accepted.v1", () => EventJson.Default.RoleAccepted)
            .Add("role-assignment.offer-revoked.v1", () => EventJson.Default.OfferRevoked)
            .Add("role-assignment.ended.v1", () => EventJson.Default.RoleEnded)
            .Add("role-assignment.glass-broken.v1", () => EventJson.Default.GlassBroken)
            .ToRegistry();

    public static EventTypeRegistry<AgreementEvent> Agreements { get; } =
        EventTypeRegistry<AgreementEvent>
            .Build()
            .Add("sharing-agreement.drawn-up.v1", () => EventJson.Default.AgreementDrawnUp)
            .Add("sharing-agreement.signed.v1", () => EventJson.Default.AgreementSigned)
            .Add("sharing-agreement.left.v1", () => EventJson.Default.AgreementLeft)
            .Add("sharing-agreement.withdrawn.v1", () => EventJson.Default.AgreementWithdrawn)
            .ToRegistry();

    public static EventTypeRegistry<NeighbourEvent> Neighbours { get; } =
        EventTypeRegistry<NeighbourEvent>
            .Build()
            .Add("neighbour-model.imported.v1", () => EventJson.Default.NeighboursImported)
            .ToRegistry();

    public static EventTypeRegistry<ReturnEvent> Returns { get; } =
        EventTypeRegistry<ReturnEvent>
            .Build()
            .Add("return.entered.v1", () => EventJson.Default.ReturnEntered)
            .Add("return.submitted.v1", () => EventJson.Default.ReturnSubmitted)
            .Add("return.sent-back.v1", () => EventJson.Default.ReturnSentBack)
            .Add("return.approved.v1", () => EventJson.Default.ReturnApproved)
            .Add("return.released.v1", () => EventJson.Default.ReturnReleased)
            .Add("return.withdrawn.v1", () => EventJson.Default.ReturnWithdrawn)
            .Add("return.question-asked.v1", () => EventJson.Default.QuestionAsked)
            .Add("return.question-answered.v1", () => EventJson.Default.QuestionAnswered)
            .ToRegistry();

    public static EventTypeRegistry<RoundEvent> Rounds { get; } =
        EventTypeRegistry<RoundEvent>
            .Build()
            .Add("collection-round.compiled.v1", () => EventJson.Default.RoundCompiled)
            .Add("collection-round.sums-received.v1", () => EventJson.Default.SumsReceived)
            .ToRegistry();

    public static EventTypeRegistry<MemberEvent> FederationMembers { get; } =
        EventTypeRegistry<MemberEvent>
            .Build()
            .Add("federation-member.invited.v1", () => EventJson.Default.MemberInvited)
            .Add("federation-member.enrolled.v1", () => EventJson.Default.MemberEnrolled)
            .Add("federation-member.message-taken.v1", () => EventJson.Default.MessageTaken)
            .Add("federation-member.message-quarantined.v1", () => EventJson.Default.MessageQuarantined)
            .Add("federation-member.quarantine-settled.v1", () => EventJson.Default.QuarantineSettled)
            .Add("federation-member.left.v1", () => EventJson.Default.MemberLeft)
            .ToRegistry();

    public static EventTypeRegistry<LinkEvent> FederationLinks { get; } =
        EventTypeRegistry<LinkEvent>
            .Build()
            .Add("federation-link.joined.v1", () => EventJson.Default.HubJoined)
            .Add("federation-link.message-queued.v1", () => EventJson.Default.MessageQueued)
            .Add("federation-link.messages-acknowledged.v1", () => EventJson.Default.MessagesAcknowledged)
            .Add("federation-link.leaving.v1", () => EventJson.Default.HubLeaving)
            .Add("federation-link.left.v1", () => EventJson.Default.HubLeft)
            .ToRegistry();

    /// <summary>The event of an entry, by the category of its stream.</summary>
    /// <exception cref="UnknownEventException">No registry knows the category, or its registry not the type.</exception>
    /// <exception cref="MalformedEventException">The entry's payload does not fit its type.</exception>
    public static object Decode(JournalEntry entry) =>
        entry.Stream.Category switch
        {
            StreamCategories.Council => Councils.Decode(entry),
            StreamCategories.Network => Networks.Decode(entry),
            StreamCategories.PrincipalSocialWorker => PrincipalSocialWorkers.Decode(entry),
            StreamCategories.Workstream => Workstreams.Decode(entry),
            StreamCategories.Publication => Publications.Decode(entry),
            StreamCategories.Person => People.Decode(entry),
            StreamCategories.RoleAssignment => RoleAssignments.Decode(entry),
            StreamCategories.SharingAgreement => Agreements.Decode(entry),
            StreamCategories.NeighbourModel => Neighbours.Decode(entry),
            StreamCategories.Return => Returns.Decode(entry),
            StreamCategories.CollectionRound => Rounds.Decode(entry),
            StreamCategories.FederationMember => FederationMembers.Decode(entry),
            StreamCategories.FederationLink => FederationLinks.Decode(entry),
            _ => throw new UnknownEventException(entry),
        };

    /// <summary>Before there were audiences, everything was shown to everybody.</summary>
    private static JsonObject InPublic(JsonObject happened)
    {
        happened["audience"] = nameof(Audience.Public);
        return happened;
    }

    /// <summary>Before approval needed another person, nobody asked who worded a priority.</summary>
    private static JsonObject WordedBySomebody(JsonObject happened)
    {
        happened["by"] = "";
        return happened;
    }

    private static JsonObject DeclaredInPublic(JsonObject happened) => WordedBySomebody(InPublic(happened));
}
