using System.Text;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Serialization;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Tests.Journal;

public sealed class NetworkProjectionTests
{
    private static readonly NetworkProjection Projection = new(
        IndicatorMappings.Load(),
        TableSchemas.Load().Collections
    );

    private static readonly JournalEntry[] Entries =
    [
        .. EventExamples.All.Select((example, index) => example.At(index + 1)),
    ];

    [Fact]
    public void The_snapshot_shows_what_happened() =>
        Assert.Equal(
            """
            council E08000031
              priority p1 2022-23 Council rank 1 Approved by Cabinet: Another title
                themes T01, T02; to national: The nation's priority
                First paragraph. / Second: £ and ¶.
            narrative E08000031 CSW-02 2023 Network 2022-07-27: A text.
            network west-midlands Regional: Another name
              Both, region E12000005, sponsors Regional ADCS
              A mandate.
              member E08000026 2022-04-01 to 2022-07-27
              priority p2 2022-23 Council rank 1 Approved by Cabinet: Another title
                themes T01, T02; to national: The nation's priority
                First paragraph. / Second: £ and ¶.
            appointment psw-1 E08000031 Adults 2022-04-01 to 2022-07-27
              form NotStated since 2022-04-01
              form Hybrid since 2022-07-27
              to Head of Service since 2022-04-01
              to Deputy Director since 2022-07-27
            workstream anti-racist-practice west-midlands Active: Another title
              themes T01, T02
              A mandate.
              aim An aim
              E08000031 Deputy 2022-04-01 to 2022-07-27
              action a1 E08000031 OnTrack due 2022-07-27: Another action
            vintage figures 1 figures.csv aaaaaaaa: Figures
              warning A warning.
              2022 E08000031 Total staff_count = 12.5 Value
              2022 E08000031 Total staff_count = c Confidential
            report report 1 E08000031 bbbbbbbb 2022-07-27 12:00:00: Report
              s1 Wolverhampton E08000031 Childrens: Audited files rated good, 2021-22
                AtLeast 81.5 %; 163 of About 200; 3.14; A note.
              s2 Wolverhampton E08000031 Childrens: Audited files rated good, 2021-22
                AtLeast good grade; 163 of About 200; 3.14; A note.
            person person-0011223344556677 Human 2022-04-01 to 2022-07-27: nothing
            role glass-1 Operator E08000026 Both 2022-07-27 to 2022-07-27 for ; person-0011223344556677 2022-07-27  2022-07-27T12:00:00.0000000+00:00 to 2022-07-27T13:00:00.0000000+00:00: A reason.
            role role-1 DeputyPrincipalSocialWorker E08000031 Adults 2022-04-01 to 2022-07-27 for role-0 offered by person-1 for person-0 until 2022-07-27T12:00:00.0000000+00:00 cccccccc; person-2 2022-04-01 person-1
            role role-2 DeputyPrincipalSocialWorker E08000031 Adults 2022-04-01 to 2022-07-27 for role-0 offered by person-1 for person-0 until 2022-07-27T12:00:00.0000000+00:00, revoked dddddddd;   
            agreement agreement-1 west-midlands 2022-04-01 to 2022-07-27 withdrawn 2022-07-27: An agreement; A purpose.; Data protection officer
              Figures; CSW-01; NetworkNamed; 7 years
              E08000026 2022-04-01 to 2022-07-27
            neighbours 2025 edition 1: Neighbours; A source; 2022-07-27T12:00:00.0000000+00:00
              E08000031: E08000026 Very close
            return workforce.2021.E08000026 Childrens Withdrawn, entered 1 times
              vintage 1 by person-2, withdrawn A reason.
                Nation from 2022-07-27
                in_post,leavers of 1 by person-1: A reason.
                White >90,2
                Total x,2.5
                leavers White: A warning.
                leavers White: A team moved.
              question 1 west-midlands leavers White: A question? An answer.
            round workforce 2021 1, 0 returns
            member coventry Council E08000026 Network, key a2V5, enrolled 1 times, acknowledged 2, heard 2022-07-27T12:00:00.0000000+00:00, left 2022-07-27T12:00:00.0000000+00:00
              invitation eeeeeeee Council E08000026 Network 2022-07-27T12:00:00.0000000+00:00 True
            link west-midlands.1 https://hub.example.gov.uk a2V5 Region E12000005 Nation, acknowledged 1 2022-07-27T12:00:00.0000000+00:00, WhatWasSentIsWithdrawn 2022-07-27T12:00:00.0000000+00:00
              1 Released workforce.2021.E08000026 1 Nation 2022-07-27T12:00:00.0000000+00:00
              last 1 Released workforce.2021.E08000026 1 Nation 2022-07-27T12:00:00.0000000+00:00
              quarantined 1 workforce.2021.E08000026 FIGURE_BLANK Write the figure. table.3.leavers
            """,
            SnapshotText.Of(Projection.Read(Entries)(Projection.Initial))
        );

    [Fact]
    public void Batches_cut_anywhere_give_the_same_snapshot()
    {
        var whole = SnapshotText.Of(Projection.Read(Entries)(Projection.Initial));

        for (var cut = 0; cut <= Entries.Length; cut++)
        {
            var first = Projection.Read(Entries[..cut])(Projection.Initial);
            Assert.Equal(whole, SnapshotText.Of(Projection.Read(Entries[cut..])(first)));
        }
    }

    [Fact]
    public void A_snapshot_stays_as_it_was_when_the_next_is_made()
    {
        var before = Projection.Read(Entries[..^1])(Projection.Initial);
        var text = SnapshotText.Of(before);

        Projection.Read(Entries[^1..])(before);

        Assert.Equal(text, SnapshotText.Of(before));
    }

    [Theory]
    [InlineData("council", "council.priority-abolished.v1")]
    [InlineData("network", "council.priority-declared.v1")]
    [InlineData("publication", "publication.vintage-imported.v2")]
    [InlineData("region", "council.priority-declared.v1")]
    public void An_unknown_event_stops_the_projection_and_is_named(string category, string type)
    {
        var entry = Entries[0] with { Stream = new StreamId(category, "k"), Type = type, Position = new(7) };

        var fault = Assert.Throws<UnknownEventException>(() => Projection.Read([entry])(Projection.Initial));

        Assert.Equal((type, new JournalPosition(7)), (fault.EventType, fault.Position));
    }

    [Theory]
    [InlineData("""{"id":5}""")]
    [InlineData("""{"id":"p1","status":"Shelved"}""")]
    [InlineData("""{"id":"p1","status":"Approved","since":"2030"}""")]
    [InlineData("null")]
    public void A_known_event_that_says_what_is_not_known_stops_the_projection(string payload)
    {
        var changed = Entries.First(entry => entry.Type == "council.priority-status-changed.v1");
        var entry = changed with { Payload = Encoding.UTF8.GetBytes(payload) };

        Assert.Throws<MalformedEventException>(() => Projection.Read([entry])(Projection.Initial));
    }
}
