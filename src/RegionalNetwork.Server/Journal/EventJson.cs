using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Server.Journal;

/// <summary>
/// The JSON of events: camel case, enums by name, nulls left out. What is written here is read for ever: a test pins the JSON of
/// every event, so that renaming a member of the domain cannot change the journal unseen. A member that is not known here is an
/// error: it was written by a later version, and to pass it over would show half of what happened.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(NumbersConverter)]
)]
[JsonSerializable(typeof(PriorityDeclared))]
[JsonSerializable(typeof(PriorityRevised))]
[JsonSerializable(typeof(PriorityAudienceChanged))]
[JsonSerializable(typeof(PriorityStatusChanged))]
[JsonSerializable(typeof(PrioritiesRanked))]
[JsonSerializable(typeof(NarrativeWritten))]
[JsonSerializable(typeof(NetworkFounded))]
[JsonSerializable(typeof(NetworkRevised))]
[JsonSerializable(typeof(CouncilJoinedNetwork))]
[JsonSerializable(typeof(CouncilLeftNetwork))]
[JsonSerializable(typeof(PswAppointed))]
[JsonSerializable(typeof(PswFormChanged))]
[JsonSerializable(typeof(PswReportingLineChanged))]
[JsonSerializable(typeof(PswAppointmentEnded))]
[JsonSerializable(typeof(WorkstreamCreated))]
[JsonSerializable(typeof(WorkstreamRevised))]
[JsonSerializable(typeof(WorkstreamAudienceChanged))]
[JsonSerializable(typeof(WorkstreamStatusChanged))]
[JsonSerializable(typeof(ParticipantJoined))]
[JsonSerializable(typeof(ParticipantLeft))]
[JsonSerializable(typeof(ActionAdded))]
[JsonSerializable(typeof(ActionRevised))]
[JsonSerializable(typeof(ActionStatusChanged))]
[JsonSerializable(typeof(PracticeEventPlanned))]
[JsonSerializable(typeof(PracticeEventRevised))]
[JsonSerializable(typeof(PracticeEventCancelled))]
[JsonSerializable(typeof(VintageImported))]
[JsonSerializable(typeof(FiguresRecorded))]
[JsonSerializable(typeof(StatementsRecorded))]
[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(PersonErased))]
[JsonSerializable(typeof(RoleOffered))]
[JsonSerializable(typeof(RoleAccepted))]
[JsonSerializable(typeof(OfferRevoked))]
[JsonSerializable(typeof(RoleEnded))]
[JsonSerializable(typeof(GlassBroken))]
[JsonSerializable(typeof(AgreementDrawnUp))]
[JsonSerializable(typeof(AgreementSigned))]
[JsonSerializable(typeof(AgreementLeft))]
[JsonSerializable(typeof(AgreementWithdrawn))]
[JsonSerializable(typeof(NeighboursImported))]
[JsonSerializable(typeof(ReturnEntered))]
[JsonSerializable(typeof(ReturnSubmitted))]
[JsonSerializable(typeof(ReturnSentBack))]
[JsonSerializable(typeof(ReturnApproved))]
[JsonSerializable(typeof(ReturnReleased))]
[JsonSerializable(typeof(ReturnWithdrawn))]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionAnswered))]
[JsonSerializable(typeof(RoundCompiled))]
[JsonSerializable(typeof(SumsReceived))]
[JsonSerializable(typeof(MemberInvited))]
[JsonSerializable(typeof(MemberEnrolled))]
[JsonSerializable(typeof(MessageTaken))]
[JsonSerializable(typeof(MessageQuarantined))]
[JsonSerializable(typeof(QuarantineSettled))]
[JsonSerializable(typeof(MemberLeft))]
[JsonSerializable(typeof(HubJoined))]
[JsonSerializable(typeof(MessageQueued))]
[JsonSerializable(typeof(MessagesAcknowledged))]
[JsonSerializable(typeof(HubLeaving))]
[JsonSerializable(typeof(HubLeft))]
internal sealed partial class EventJson : JsonSerializerContext;
