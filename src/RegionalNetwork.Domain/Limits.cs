namespace RegionalNetwork.Domain;

/// <summary>Every limit of the domain, unit last. A command at a limit is accepted; one past it is refused.</summary>
public static class Limits
{
    public const int IdCharacters = 64;

    public const int TitleCharacters = 200;

    /// <summary>A reporting line, a mandate, an audience, an approving body: one line.</summary>
    public const int LineCharacters = 300;

    /// <summary>A rationale or a description: about two printed pages.</summary>
    public const int TextCharacters = 4_000;

    public const int FurtherThemes = 2;

    public const int FirstYear = 2009;

    public const int LastYear = 2098;

    public const int PrioritiesPerYear = 50;

    /// <summary>Over all years: what one council or network keeps.</summary>
    public const int PrioritiesPerOwner = 1_000;

    public const int AppointmentsPerPerson = 50;

    /// <summary>Forms, and reporting lines, of one appointment: the first and its changes.</summary>
    public const int ChangesPerAppointment = 100;

    public const int SponsorsPerNetwork = 10;

    /// <summary>England has 153 councils; members that left and joined again count each time.</summary>
    public const int MembershipsPerNetwork = 500;

    public const int AimsPerWorkstream = 20;

    public const int ParticipationsPerWorkstream = 500;

    public const int ActionsPerWorkstream = 500;

    public const int PracticeEventsPerWorkstream = 500;
}
