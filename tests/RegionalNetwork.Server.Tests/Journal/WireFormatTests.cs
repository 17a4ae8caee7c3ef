using System.Collections;
using System.Reflection;
using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
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
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Journal;

/// <summary>
/// What is in a journal is read for ever. <c>wire-format.txt</c> holds the JSON of every event and the values of every
/// enumeration in it: lines may be added there, never changed.
/// </summary>
public sealed class WireFormatTests
{
    private static readonly Type[] Kinds =
    [
        typeof(ICouncilEvent),
        typeof(INetworkEvent),
        typeof(PswEvent),
        typeof(WorkstreamEvent),
        typeof(PublicationEvent),
        typeof(PersonEvent),
        typeof(RoleAssignmentEvent),
        typeof(AgreementEvent),
        typeof(NeighbourEvent),
        typeof(ReturnEvent),
        typeof(RoundEvent),
        typeof(MemberEvent),
        typeof(LinkEvent),
    ];

    private static string[] Committed { get; } =
        File.ReadAllLines(
            Path.Combine(Repository.Root, "tests", "RegionalNetwork.Server.Tests", "Journal", "wire-format.txt")
        );

    /// <summary>A line of an event's earlier version, which nobody writes any more.</summary>
    private static bool IsOld(string line) => line.StartsWith("old ", StringComparison.Ordinal);

    [Fact]
    public void Every_event_is_written_as_it_always_was() =>
        Assert.Equal(
            Committed.Where(line => !line.StartsWith("enum ", StringComparison.Ordinal) && !IsOld(line)),
            EventExamples.All.Select(example => $"{example.Encoded.Type} {Json(example)}")
        );

    [Fact]
    public void Every_enumeration_has_the_values_that_it_always_had() =>
        Assert.Equal(
            Committed.Where(line => line.StartsWith("enum ", StringComparison.Ordinal)),
            Objects()
                .Select(value => value.GetType())
                .Where(type => type.IsEnum)
                .Distinct()
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => $"enum {type.Name}: {string.Join(' ', Enum.GetNames(type))}")
        );

    [Fact]
    public void Every_event_of_the_domain_is_registered_with_its_grain()
    {
        var expected =
            from kind in Kinds
            from type in typeof(CouncilDecider).Assembly.GetTypes()
            where !type.IsAbstract && kind.IsAssignableFrom(type)
            select $"{kind.Name} {type.Name}";

        Assert.Equal(
            expected.Order(),
            EventExamples
                .All.Select(example => $"{example.Kind.Name} {example.Event.GetType().Name}")
                .Distinct()
                .Order()
        );
    }

    [Fact]
    public void Every_wire_name_is_used_once_and_begins_with_its_category()
    {
        string[] registered =
        [
            .. EventRegistries.Councils.WireNames,
            .. EventRegistries.Networks.WireNames,
            .. EventRegistries.PrincipalSocialWorkers.WireNames,
            .. EventRegistries.Workstreams.WireNames,
            .. EventRegistries.Publications.WireNames,
            .. EventRegistries.People.WireNames,
            .. EventRegistries.RoleAssignments.WireNames,
            .. EventRegistries.Agreements.WireNames,
            .. EventRegistries.Neighbours.WireNames,
            .. EventRegistries.Returns.WireNames,
            .. EventRegistries.Rounds.WireNames,
            .. EventRegistries.FederationMembers.WireNames,
            .. EventRegistries.FederationLinks.WireNames,
        ];

        Assert.Equal(
            registered.Order(),
            EventExamples
                .All.Select(example => example.Encoded.Type)
                .Concat(Committed.Where(IsOld).Select(line => line.Split(' ')[1]))
                .Distinct()
                .Order()
        );
        Assert.All(
            EventExamples.All,
            example => Assert.StartsWith($"{example.Stream.Category}.", example.Encoded.Type, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_event_that_was_written_otherwise_once_is_read_as_one_of_today() =>
        Assert.All(
            Committed.Where(IsOld).Select(line => line.Split(' ', 3)),
            old =>
            {
                var example = EventExamples.All.First(one =>
                    one.Encoded.Type.StartsWith(old[1][..^1], StringComparison.Ordinal)
                );
                var entry = example.At(1) with { Type = old[1], Payload = Encoding.UTF8.GetBytes(old[2]) };

                Assert.Equal(example.Event.GetType(), example.Decode(entry).GetType());
            }
        );

    [Fact]
    public void Every_event_is_read_as_it_was_written() =>
        Assert.All(
            EventExamples.All,
            example => Assert.Equivalent(example.Event, example.Decode(example.At(1)), strict: true)
        );

    [Fact]
    public void The_examples_have_something_in_every_member()
    {
        var members =
            from value in Objects()
            from member in Members(value.GetType())
            group member.GetValue(value) by $"{value.GetType().Name}.{member.Name}";

        Assert.Empty(members.Where(values => values.All(IsNothing)).Select(values => values.Key));
    }

    private static string Json(EventExample example) => Encoding.UTF8.GetString(example.Encoded.Payload.Span);

    private static bool IsNothing(object? value) => value is null or ICollection { Count: 0 };

    /// <summary>Everything that the examples are made of, as far as it is the domain's.</summary>
    private static IEnumerable<object> Objects() => EventExamples.All.SelectMany(example => Objects(example.Event));

    private static IEnumerable<object> Objects(object? value) =>
        value switch
        {
            null or string => [],
            IEnumerable many => many.Cast<object?>().SelectMany(Objects),
            _ when value.GetType().Assembly != typeof(CouncilDecider).Assembly => [],
            _ when value.GetType().IsEnum => [value],
            _ => Members(value.GetType()).SelectMany(member => Objects(member.GetValue(value))).Prepend(value),
        };

    private static PropertyInfo[] Members(Type type) =>
        type.IsEnum ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
