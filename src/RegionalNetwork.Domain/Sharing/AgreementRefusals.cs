using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>Why a sharing agreement could not be drawn up, signed, left or withdrawn. Codes are stable.</summary>
public static class AgreementRefusals
{
    /// <summary>The same where there is one that the caller may not see.</summary>
    public static Refusal NotFound(string code) =>
        new(
            "AGREEMENT_NOT_FOUND",
            $"There is no sharing agreement '{code}' of yours. Check the identifier, and that the council is a member of its network.",
            "agreement"
        );

    public static Refusal NetworkNotFound(string network) => NetworkRefusals.NotFound(network);

    public static Refusal SubjectsRequired() =>
        new("SUBJECTS_REQUIRED", "Choose at least one subject, each once.", "subjects");

    public static Refusal TiersRequired() =>
        new(
            "TIERS_REQUIRED",
            "Choose at least one tier, each once: NETWORK_NAMED, NETWORK_ANONYMISED or REGIONAL_AGGREGATE.",
            "tiers"
        );

    public static Refusal IndicatorsAndFigures() =>
        new(
            "INDICATORS_REQUIRED",
            "Name the indicators, each once, exactly when the agreement is about figures.",
            "indicators"
        );

    public static Refusal TooLong() =>
        new("AGREEMENT_TOO_LONG", $"Give a last day at most {Limits.AgreementYears} years after the first.", "to");

    public static Refusal Retention() =>
        new("RETENTION_INVALID", $"Give 1 to {Limits.RetentionYearsMax} years.", "retentionYears");

    public static Refusal RolesOnly() =>
        new("ROLES_ONLY", "Name a role or a team, such as data protection officer, not a person.", "breachContact");

    public static Refusal NotMember(string council) =>
        new(
            "NOT_A_MEMBER",
            $"{council} is not a member of the agreement's network today. Ask the network's coordinator to admit it.",
            "council"
        );

    public static Refusal NotParty(string council) =>
        new("NOT_A_PARTY", $"{council} is no party to this agreement. Check the council.", "council");

    public static Refusal Ended() =>
        new("AGREEMENT_ENDED", "This agreement has ended or is withdrawn. Ask the network to draw up a new one.");

    public static Refusal NotBeforeToday() =>
        new("INVALID_DATES", "Give today or a later day, but not a later one than was given before.", "from");
}
