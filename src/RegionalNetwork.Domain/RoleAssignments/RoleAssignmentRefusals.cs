using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>Why a role could not be offered, accepted or ended. Codes are stable.</summary>
public static class RoleAssignmentRefusals
{
    public static Refusal NotFound() =>
        new(
            "ROLE_ASSIGNMENT_NOT_FOUND",
            "There is no such role assignment, or you may not change it. Check its code.",
            "assignment"
        );

    public static Refusal NotHeldThere(PlaceKind at) =>
        new(
            "ROLE_NOT_HELD_THERE",
            $"This role is held at a place of the kind {at}. Give a place of that kind.",
            "place"
        );

    public static Refusal PlaceNotFound() =>
        new("PLACE_NOT_FOUND", "There is no such network or region. Check its code.", "place");

    /// <summary>The same whether the code never was one, was used, has expired or was taken back.</summary>
    public static Refusal CodeInvalid() =>
        new(
            "OFFER_CODE_INVALID",
            "This code is not, or no longer, valid. Check that it is complete, or ask for a new invitation.",
            "code"
        );

    public static Refusal OwnOffer() =>
        new("OWN_OFFER", "Nobody accepts a role that they offered themselves. Ask somebody else to offer it.", "code");

    public static Refusal NotOpen() =>
        new("OFFER_NOT_OPEN", "This offer was accepted. End the role instead.", "assignment");

    public static Refusal NotAccepted() =>
        new("ROLE_NOT_ACCEPTED", "Nobody has accepted this role. Take the offer back instead.", "assignment");

    public static Refusal EndsTooEarly() =>
        new("INVALID_DATES", "Give a last day from yesterday on. Yesterday ends the role at once.", "to");

    public static Refusal EndsTooLate() =>
        new("INVALID_DATES", "Ending a role cannot lengthen it. Give an earlier day, or offer a new role.", "to");

    public static Refusal GlassEndsByItself() =>
        new("GLASS_ENDS_BY_ITSELF", "Access by breaking the glass ends by itself. Wait for its end.", "assignment");

    public static Refusal CannotDelegate() =>
        new(
            "ROLE_NOT_DELEGABLE",
            "A Principal Social Worker can appoint a deputy, and an approver can delegate approval. Nothing else can be delegated.",
            "role"
        );

    public static Refusal WiderThanOwn() =>
        new("DELEGATION_TOO_WIDE", "Give the same council, and no service that is not part of your own role.", "scope");

    public static Refusal LongerThanOwn() =>
        new("DELEGATION_TOO_LONG", "Give first and last days within those of your own role.", "to");

    public static Refusal GlassPlace() =>
        new("GLASS_PLACE_INVALID", "Break the glass for one council or one network.", "place");

    public static Refusal ReasonTooShort() =>
        new(
            "REASON_TOO_SHORT",
            $"Say in at least {Limits.GlassReasonCharactersMin} characters why this is needed; those concerned will read it.",
            "reason"
        );

    public static Refusal ReasonNamesSomebody() =>
        new("ROLES_ONLY", "Name roles and teams in the reason, not people.", "reason");

    public static Refusal GlassMinutes() =>
        new("INVALID_DURATION", $"Ask for {Limits.GlassMinutesMin} to {Limits.GlassMinutesMax} minutes.", "minutes");
}
