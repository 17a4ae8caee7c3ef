using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Serialization;

namespace RegionalNetwork.EventSourcing.Tests.Serialization;

public sealed class EventTypeRegistryTests
{
    private static readonly EventTypeRegistry<Happening> Registry = EventTypeRegistry<Happening>
        .Build()
        .Add("party.invited.v3", () => HappeningJson.Default.Invited)
        .Add("party.cancelled.v1", () => HappeningJson.Default.Cancelled)
        .AddUpcast("party.invited.v1", "party.invited.v2", Version1To2)
        .AddUpcast("party.invited.v2", "party.invited.v3", Version2To3)
        .AddUpcast("party.called-off.v1", "party.cancelled.v1", payload => payload)
        .ToRegistry();

    [Fact]
    public void Event_is_written_under_its_wire_name_as_json()
    {
        var written = Registry.Encode(new Invited("Ada", 2));

        Assert.Equal("party.invited.v3", written.Type);
        Assert.Equal("""{"Guest":"Ada","Seats":2}""", Encoding.UTF8.GetString(written.Payload.Span));
    }

    [Fact]
    public void Event_reads_back_as_it_was_written()
    {
        var written = Registry.Encode(new Invited("Ada £ 社", 2));

        Assert.Equal(new Invited("Ada £ 社", 2), Registry.Decode(Entry(written.Type, written.Payload.Span)));
    }

    [Fact]
    public void Old_versions_are_read_as_the_present_one_step_by_step()
    {
        Assert.Equal(new Invited("Ada", 1), Registry.Decode(Entry("party.invited.v1", """{"Name":"Ada"}"""u8)));
        Assert.Equal(new Invited("Ada", 1), Registry.Decode(Entry("party.invited.v2", """{"Guest":"Ada"}"""u8)));
        Assert.Equal(new Cancelled(), Registry.Decode(Entry("party.called-off.v1", "{}"u8)));
    }

    [Theory]
    [InlineData("party.moved.v1")]
    [InlineData("party.invited.v4")]
    [InlineData("Party.Invited.v3")]
    public void Unknown_event_fails_loudly_with_its_place(string type)
    {
        var fault = Assert.Throws<UnknownEventException>(() => Registry.Decode(Entry(type, "{}"u8)));

        Assert.Equal(
            (type, new JournalPosition(42), new StreamId("party", "p1")),
            (fault.EventType, fault.Position, fault.Stream)
        );
        Assert.Contains("position 42", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("party.invited.v3", "null")]
    [InlineData("party.invited.v3", "[]")]
    [InlineData("party.invited.v3", """{"Guest":"Ada","Seats":"two"}""")]
    [InlineData("party.invited.v3", """{"Guest":"Ada","Seats":2""")]
    [InlineData("party.invited.v1", "null")]
    [InlineData("party.invited.v1", "7")]
    [InlineData("party.invited.v1", "{")]
    [InlineData("party.invited.v1", """{"Name":[]}""")]
    [InlineData("party.invited.v1", "{}")]
    public void Payload_that_does_not_fit_its_type_fails_loudly_with_its_place(string type, string payload)
    {
        var fault = Assert.Throws<MalformedEventException>(() =>
            Registry.Decode(Entry(type, Encoding.UTF8.GetBytes(payload)))
        );

        Assert.Equal(
            (type, new JournalPosition(42), new StreamId("party", "p1")),
            (fault.EventType, fault.Position, fault.Stream)
        );
    }

    [Fact]
    public void Event_without_a_wire_name_is_refused_before_it_is_written() =>
        Assert.Throws<ArgumentException>(() => Registry.Encode(new Forgotten()));

    [Theory]
    [InlineData("party.invited")]
    [InlineData("party.invited.v0")]
    [InlineData("party.invited.v01")]
    [InlineData("Party.invited.v1")]
    [InlineData("party..v1")]
    [InlineData("v1")]
    [InlineData(".v1")]
    [InlineData("party invited.v1")]
    [InlineData("party.-x.v1")]
    [InlineData("party.x--y.v1")]
    public void Wire_name_of_the_wrong_form_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() =>
            EventTypeRegistry<Happening>.Build().Add(name, () => HappeningJson.Default.Invited)
        );

    [Fact]
    public void Wire_name_belongs_to_one_event_and_an_event_to_one_wire_name()
    {
        var builder = EventTypeRegistry<Happening>.Build().Add("party.invited.v1", () => HappeningJson.Default.Invited);

        Assert.Throws<ArgumentException>(() => builder.Add("party.invited.v1", () => HappeningJson.Default.Cancelled));
        Assert.Throws<ArgumentException>(() => builder.Add("party.invited.v2", () => HappeningJson.Default.Invited));
        Assert.Throws<ArgumentException>(() => builder.AddUpcast("party.invited.v1", "party.invited.v1", p => p));
    }

    [Fact]
    public void Upcast_that_leads_nowhere_or_in_a_circle_is_refused()
    {
        var nowhere = EventTypeRegistry<Happening>.Build().AddUpcast("a.b.v1", "a.b.v2", p => p);
        var circle = EventTypeRegistry<Happening>
            .Build()
            .AddUpcast("a.b.v1", "a.b.v2", p => p)
            .AddUpcast("a.b.v2", "a.b.v1", p => p);

        Assert.Throws<InvalidOperationException>(nowhere.ToRegistry);
        Assert.Throws<InvalidOperationException>(circle.ToRegistry);
    }

    [Theory]
    [InlineData(Limits.UpcastSteps, true)]
    [InlineData(Limits.UpcastSteps + 1, false)]
    public void Chain_of_upcasts_has_a_limit(int steps, bool isAccepted)
    {
        var builder = EventTypeRegistry<Happening>
            .Build()
            .Add($"a.b.v{steps + 1}", () => HappeningJson.Default.Cancelled);
        for (var i = 1; i <= steps; i++)
        {
            builder.AddUpcast($"a.b.v{i}", $"a.b.v{i + 1}", p => p);
        }

        var fault = Record.Exception(() => builder.ToRegistry().Decode(Entry("a.b.v1", "{}"u8)));

        Assert.Equal(isAccepted, fault is null);
    }

    private static JournalEntry Entry(string type, ReadOnlySpan<byte> payload) =>
        new(
            new JournalPosition(42),
            new StreamId("party", "p1"),
            new StreamVersion(7),
            type,
            payload.ToArray(),
            "c1",
            "tester",
            DateTimeOffset.UnixEpoch
        );

    private static JsonObject Version1To2(JsonObject payload) =>
        new() { ["Guest"] = payload["Name"]!.GetValue<string>() };

    private static JsonObject Version2To3(JsonObject payload)
    {
        payload["Seats"] = 1;
        return payload;
    }
}

internal abstract record Happening;

internal sealed record Invited(string Guest, int Seats) : Happening;

internal sealed record Cancelled : Happening;

internal sealed record Forgotten : Happening;

[JsonSerializable(typeof(Invited))]
[JsonSerializable(typeof(Cancelled))]
internal sealed partial class HappeningJson : JsonSerializerContext;
