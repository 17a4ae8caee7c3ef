namespace RegionalNetwork.Domain;

/// <summary>
/// Every limit of the domain, unit last. A command at a limit is accepted; one past it is refused, never cut.
/// </summary>
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

    public const int PublicationSlugCharacters = 60;
    public const int PublicationTitleCharacters = 200;
    public const int FileNameCharacters = 255;
    public const int WarningsPerVintage = 1_000;

    public const int PeriodsPerVintage = 1_000;
    public const int AreasPerVintage = 20_000;
    public const int DimensionsPerVintage = 20;
    public const int SlicesPerVintage = 100_000;
    public const int IndicatorsPerVintage = 500;

    /// <summary>Names, labels, codes and items of a data set.</summary>
    public const int DataSetNameCharacters = 200;

    /// <summary>Rows times indicators: twenty megabytes of cells in memory, and some sixty in the journal.</summary>
    public const int FiguresPerVintage = 5_000_000;

    /// <summary>Distinct cell texts: they stand in one event, and in memory once each.</summary>
    public const int TextsPerVintage = 1_000_000;

    /// <summary>Bounds the size of one event in the journal to about half a megabyte.</summary>
    public const int FiguresPerEvent = 100_000;

    /// <summary>The longest cell text that can be a figure: a double written in full is shorter.</summary>
    public const int FigureTextCharacters = 32;

    /// <summary>Beyond this a figure loses digits, and no count of anything in England comes near.</summary>
    public const double FigureMagnitude = 1e15;

    /// <summary>Faults reported for one data set before the rest is left unsaid.</summary>
    public const int RefusalsPerDataSet = 20;

    public const int StatementsPerReport = 2_000;
    public const int StatementTextCharacters = 500;

    /// <summary>Bytes of one indicator mapping file.</summary>
    public const int MappingBytes = 1_048_576;
    public const int IndicatorsPerMapping = 500;
    public const int SeriesBreaksPerIndicator = 20;

    /// <summary>Words of a judgement: inspectors use four.</summary>
    public const int WordsPerScale = 10;
    public const int WorkingDaysPerYear = 366;
    public const int DecimalPlaces = 10;

    /// <summary>A token's issuer, tenant and subject, and a display name, with what sealing adds.</summary>
    public const int SealedIdentityBytes = 4_096;

    /// <summary>Roles that one person has or will have.</summary>
    public const int AssignmentsPerPerson = 100;

    /// <summary>Offers of one person that can still be accepted.</summary>
    public const int OpenOffersPerOfferer = 200;

    /// <summary>How long a one-time code can be used.</summary>
    public const int OfferDays = 14;

    public const int GlassReasonCharactersMin = 20;
    public const int GlassMinutesMin = 15;
    public const int GlassMinutesMax = 240;

    /// <summary>Places that one person has open at once by breaking the glass.</summary>
    public const int GlassOpenPerPerson = 10;

    /// <summary>From the first to the last day of a sharing agreement; then it is drawn up anew.</summary>
    public const int AgreementYears = 10;

    public const int RetentionYearsMax = 25;

    public const int IndicatorsPerAgreement = 500;

    /// <summary>A council that left and signed again counts each time.</summary>
    public const int SignaturesPerAgreement = 500;

    public const int MonthsPerYear = 12;

    /// <summary>Bytes of one table schema of a collection of returns.</summary>
    public const int TableSchemaBytes = 1_048_576;

    public const int FieldsPerReturn = 300;

    /// <summary>Key columns, breakdowns and fields.</summary>
    public const int ColumnsPerReturn = 310;

    /// <summary>Combinations of the items of a collection's breakdowns: rows of a return.</summary>
    public const int ItemsPerReturn = 100;

    public const int RulesPerReturn = 300;

    /// <summary>A collection's code, in the key of each of its returns.</summary>
    public const int CollectionCodeCharacters = 60;

    /// <summary>Faults of one return before the rest is left unsaid.</summary>
    public const int FaultsPerReturn = 500;

    /// <summary>One for each figure would be more than anybody explains.</summary>
    public const int WarningsPerReturn = 500;

    public const int ExplanationsPerReturn = 500;

    /// <summary>An explanation, a reason, a question or an answer.</summary>
    public const int ReturnNoteCharacters = 1_000;

    /// <summary>Approved, one after another, of one return.</summary>
    public const int VintagesPerReturn = 50;

    public const int QuestionsPerReturn = 200;

    /// <summary>From the day of a release to the last day on which it can be held back.</summary>
    public const int EmbargoDays = 731;

    /// <summary>A change of fewer people or posts than this is no swing, whatever its percentage.</summary>
    public const int SwingPeopleMin = 5;

    /// <summary>A swing may be this large before it is one: ten times the figure before.</summary>
    public const int SwingPercentMax = 1_000;

    /// <summary>Different sets of councils over which sums of one family are made; the most usual ones.</summary>
    public const int PairedSetsPerFamily = 8;

    /// <summary>Columns of returned figures that are kept for whoever sees the same, each some 20 kilobytes; an even number.</summary>
    public const int ColumnsKept = 2_000;

    /// <summary>What a return shows of a faulty cell's text.</summary>
    public const int ShownTextCharacters = 64;

    /// <summary>Indicators that one comparison is made over.</summary>
    public const int IndicatorsPerComparison = 30;

    /// <summary>Fewer councils than this, and one could be worked out from a group's figure.</summary>
    public const int CouncilsPerGroupMin = 5;

    public const int CouncilsPerGroupMax = 30;

    /// <summary>A comparator with fewer councils in its rollup is shown and judges nobody.</summary>
    public const int ContributorsToJudgeMin = 3;

    /// <summary>The same below this part of those expected, in hundredths.</summary>
    public const int CoverageToJudgePercentMin = 60;

    /// <summary>Points of each control limit of a funnel, for drawing.</summary>
    public const int FunnelCurvePoints = 40;

    /// <summary>A control chart of fewer points says little.</summary>
    public const int ControlChartPointsMin = 8;

    /// <summary>A narrative is a paragraph, not a report.</summary>
    public const int NarrativeWords = 150;

    public const int NarrativeCharacters = 1_500;

    /// <summary>Over all indicators and periods: what one council keeps.</summary>
    public const int NarrativesPerCouncil = 5_000;

    public const int NeighboursPerCouncil = 10;

    /// <summary>England has 153 councils with social care duties, and had 172 codes of them since 2009.</summary>
    public const int CouncilsPerNeighbourModel = 200;

    /// <summary>A model's word for how close a neighbour is: <c>Extremely close</c>.</summary>
    public const int ClosenessCharacters = 40;

    /// <summary>Councils and regions that one member node speaks for.</summary>
    public const int PlacesPerMember = 50;

    /// <summary>How long the one-time code of a member node can be used.</summary>
    public const int InvitationDays = 7;

    /// <summary>Bytes of a public key: one of the curve P-256 has 91.</summary>
    public const int PublicKeyBytes = 200;

    public const int UrlCharacters = 200;

    /// <summary>Messages of one member that wait in quarantine; then the hub takes no more of it.</summary>
    public const int QuarantinedPerMember = 100;

    /// <summary>Reasons that are kept with a message in quarantine.</summary>
    public const int ReasonsPerMessage = 20;

    /// <summary>Sums of one collection and period that the hub of a region sends: indicators times rows, with room to grow.</summary>
    public const int SumsPerRegion = 20_000;

    /// <summary>Returns of one region that may be in a sum; the largest has 33 councils.</summary>
    public const int ReturnsPerRegion = 100;

    /// <summary>Messages to one hub from joining to leaving: a release a minute for two months.</summary>
    public const int MessagesPerLink = 100_000;
}
