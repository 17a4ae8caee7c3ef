using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>What a reader finds in the sample network.</summary>
public sealed class LoadedSampleTests(LoadedSample sample, ITestOutputHelper output) : IClassFixture<LoadedSample>
{
    private const string Wolverhampton = "E08000031";
    private const string Coventry = "E08000026";
    private const string Lincolnshire = "E10000019";

    private NetworkSnapshot Snapshot => sample.Snapshot;

    [Fact]
    public void Everything_in_the_files_is_there()
    {
        output.WriteLine($"The sample was loaded in {sample.Took.TotalMilliseconds:F0} ms.");
        var priorities = Councils().Sum(council => Snapshot.Councils.PrioritiesOf(council).Count);

        Assert.Equal(Count("networks.json", "networks"), Snapshot.Networks.All.Count);
        Assert.Equal(Count("workstreams.json", "workstreams"), Snapshot.Workstreams.All.Count);
        Assert.Equal(Count("reports.json", "reports"), Snapshot.Publications.All.Count());
        Assert.Equal(
            Count("priorities.json", "priorities"),
            priorities + Snapshot.Networks.All.Sum(network => network.Priorities.Count)
        );
        Assert.Equal(
            Count("appointments.json", "appointments"),
            Councils().Sum(council => Snapshot.Appointments.OfCouncil(council).Count)
        );
    }

    [Fact]
    public void The_west_midlands_have_fourteen_members_since_the_report_that_shows_them()
    {
        var network = Snapshot.Networks.Find("west-midlands")!;

        Assert.Equal(14, network.MembersOn(new DateOnly(2022, 7, 27)).Count);
        Assert.Empty(network.MembersOn(new DateOnly(2022, 7, 26)));
        Assert.Equal((NetworkLevel.Regional, ServiceScope.Both), (network.Level, network.Details.Scope));
        Assert.Equal("E12000005", network.Details.RegionCode);
        Assert.Equal(2, network.Details.Sponsors.Count);
    }

    [Fact]
    public void The_south_east_has_nine_members_and_is_no_region()
    {
        var network = Snapshot.Networks.Find("south-east")!;

        Assert.Equal(9, network.MembersOn(new DateOnly(2023, 2, 6)).Count);
        Assert.Null(network.Details.RegionCode);
        Assert.Equal(ServiceScope.Childrens, network.Details.Scope);
    }

    [Fact]
    public void A_network_says_that_the_dates_of_its_memberships_are_not_joining_dates()
    {
        var mandate = Snapshot.Networks.Find("west-midlands")!.Details.Mandate!.Split('\n');

        Assert.Contains(mandate, line => line.EndsWith("not a joining date.", StringComparison.Ordinal));
        Assert.Contains(
            "Known since 27 July 2022 (Wolverhampton PSW annual report 2021-22, 4.13): Wolverhampton.",
            mandate
        );
        Assert.Contains("Source: Wolverhampton PSW annual report 2021-22, 4.13.", mandate);
    }

    [Fact]
    public void The_national_network_is_england_and_has_the_nations_priorities()
    {
        var network = Snapshot.Networks.Find("england")!;

        Assert.Equal(NetworkLevel.National, network.Level);
        Assert.Empty(network.Memberships.All);
        Assert.Equal(PriorityLevel.National, Assert.Single(network.Priorities.In("2022-23")).Level);
    }

    [Fact]
    public void Wolverhampton_has_its_priorities_of_2022_23_as_proposed_in_the_order_of_the_report()
    {
        var priorities = Snapshot.Councils.PrioritiesOf(Wolverhampton).In("2022-23");

        Assert.Equal(14, priorities.Count);
        Assert.All(
            priorities,
            priority => Assert.Equal((PriorityStatus.Proposed, null), (priority.Status, priority.ApprovedBy))
        );
        Assert.Equal("A strong development offer for social workers", priorities[0].Details.Title);
        Assert.EndsWith("\nSource: Wolverhampton PSW annual report 2021-22, 4.1.", priorities[0].Details.Rationale);
        Assert.Contains("its decision is not in the report", priorities[0].Details.Rationale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anti-racist-practice", "west-midlands", "The regional network's anti-racist practice workstream")]
    [InlineData("charging-reform", "national", "Adult social care charging reform (trailblazer councils)")]
    [InlineData(
        "university-partnership",
        "west-midlands",
        "The regional PSW network: Research and closer links between academia and practice"
    )]
    [InlineData("teaching-partnership", "national", "Social Work England")]
    public void A_priority_aligns_with_the_first_network_or_the_nation_that_the_report_names(
        string priority,
        string to,
        string text
    ) => Assert.Equal(new PriorityAlignment(to, text), OfWolverhampton(priority).Details.Alignment);

    [Fact]
    public void Further_alignments_stand_in_the_rationale()
    {
        var lines = OfWolverhampton("university-partnership").Details.Rationale!.Split('\n');

        Assert.Equal(
            [
                "Also aligned, at regional level: West Midlands Social Work Teaching Partnership "
                    + "(Wolverhampton PSW annual report 2021-22, 4.11).",
                "Also aligned, at national level: The Chief Social Worker (Wolverhampton PSW annual report 2021-22, 4.11).",
            ],
            lines.Where(line => line.StartsWith("Also", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_proposal_of_a_report_is_not_made_out_to_be_more()
    {
        var proposal = Snapshot.Councils.PrioritiesOf(Lincolnshire).Find("lincolnshire-2018-19-taught-doctorate")!;

        Assert.Null(proposal.Details.Alignment);
        Assert.Equal(
            [
                "Develop a taught PhD within the offer of the South Yorkshire Teaching Partnership.",
                "The report makes it as a proposal.",
                "Also aligned, at regional level: South Yorkshire Teaching Partnership (Lincolnshire PCFSW annual report 2017-18, §12.7).",
                "Scope: children's social work.",
                "The proposals close the report for 2017/18 and one of them (§12.3) asks for the priorities of the next year, so they are placed in the year after it.",
                "Source: Lincolnshire PCFSW annual report 2017-18, §12.7.",
            ],
            proposal.Details.Rationale!.Split('\n')
        );
    }

    [Fact]
    public void The_anti_racist_practice_workstream_has_its_masterclass_of_march_2022()
    {
        var workstream = Assert.Single(Snapshot.Workstreams.InTheme("T01"));

        Assert.Equal(("west-midlands", null), (workstream.Network, workstream.LeadCouncil));
        Assert.Equal(WorkstreamStatus.Active, workstream.Status);
        Assert.Equal(
            new Participation(Wolverhampton, ParticipantRole.Participant, new DateOnly(2022, 3, 1), null),
            Assert.Single(workstream.Participations.All)
        );
        var masterclass = Assert.Single(workstream.PracticeEvents).Details;
        Assert.Equal(PracticeEventKind.Masterclass, masterclass.Kind);
        Assert.Equal(new PracticeEventDate(new DateOnly(2022, 3, 1), DatePrecision.Month), masterclass.Date);
    }

    [Fact]
    public void A_workstream_says_who_mandates_it_and_that_its_start_is_not_known()
    {
        var mandate = Snapshot.Workstreams.Find("west-midlands-anti-racist-practice")!.Details.Mandate!.Split('\n');

        Assert.Contains("Mandate: West Midlands ADASS (Wolverhampton PSW annual report 2021-22, 4.13).", mandate);
        Assert.Contains(mandate, line => line.Contains("dated from March 2022, since when", StringComparison.Ordinal));
        Assert.Equal("Source: Wolverhampton PSW annual report 2021-22, 3.61.", mandate[^1]);
    }

    [Fact]
    public void A_council_that_leads_is_not_a_participant_a_second_time()
    {
        var programme = Snapshot.Workstreams.Find("lincolnshire-partners-in-practice")!;

        Assert.Equal(Lincolnshire, programme.LeadCouncil);
        Assert.Single(programme.Participations.All);
    }

    [Fact]
    public void Posts_have_the_form_the_line_and_the_start_that_the_reports_state()
    {
        var joint = Assert.Single(Snapshot.Appointments.OfCouncil(Wolverhampton));
        var hampshire = Assert.Single(Snapshot.Appointments.OfCouncil("E10000014"));

        Assert.Equal((ServiceScope.Both, PswForm.NotStated), (joint.Scope, joint.Form));
        Assert.Equal(
            "Head of Service; Deputy Director, Children's Services (dotted line); Director of Adults Services (DASS) (dotted line)",
            joint.ReportingLine
        );
        Assert.Equal((new DateOnly(2016, 3, 1), null), (joint.From, joint.To));
        Assert.Equal((PswForm.Hybrid, null), (hampshire.Form, hampshire.ReportingLine));
        Assert.Equal(2, Snapshot.Appointments.OfCouncil(Coventry).Count);
    }

    [Fact]
    public void Statements_keep_qualifier_and_paragraph()
    {
        var report = Snapshot.Publications.Find("wolverhampton-psw-report-2021-22")!;
        var statements = report.CurrentEdition!.Statements.ToDictionary(statement => statement.Id);

        Assert.Equal((PublicationKind.Report, Wolverhampton), (report.Kind, report.CurrentEdition.Council));
        Assert.Equal(
            "Wolverhampton PSW annual report 2021-22: Principal Social Worker Annual Report 2021-2022",
            report.Title
        );
        var audits = statements["wolverhampton-childrens-audits-good-2021-22"];
        Assert.Equal(
            (StatedQualifier.Exact, 81m, "%", "2021-22", "3.14"),
            (audits.Qualifier, audits.Value, audits.Unit, audits.Period, audits.Reference)
        );
        Assert.Contains(statements.Values, statement => statement.Qualifier == StatedQualifier.Over);
    }

    [Fact]
    public void Judgements_are_grades_and_loose_bases_allow_no_interval()
    {
        var statements = Snapshot.Publications.All.SelectMany(report => report.CurrentEdition!.Statements).ToArray();

        Assert.Equal(3, statements.Count(statement => statement is { Grade: not null, Value: null }));
        var onLooseBases = statements.Where(one => one.DenominatorQualifier != StatedQualifier.Exact).ToArray();
        Assert.NotEmpty(onLooseBases);
        Assert.All(onLooseBases, statement => Assert.False(statement.AllowsInterval()));
    }

    private Priority OfWolverhampton(string priority) =>
        Snapshot.Councils.PrioritiesOf(Wolverhampton).Find($"wolverhampton-2022-23-{priority}")!;

    private static IEnumerable<string> Councils() =>
        SampleFiles.Names.SelectMany(name => SampleFiles.Read(name).Texts("council")).Distinct();

    private static int Count(string file, string list) =>
        SampleFiles
            .Read(file)
            .Objects()
            .Where(holder => holder.TryGetProperty(list, out _))
            .Sum(holder => holder.GetProperty(list).GetArrayLength());
}
