using System.Text.Json;
using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Server.Federation;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>Nodes and hubs of two versions while one is upgraded: messages as they were before they had explanations.</summary>
public sealed class FederationWireTests
{
    private const string Before =
        """{"number":1,"kind":"Released","return":"agency.202425-Q1.E08000026","version":"1","level":"Nation","from":"2025-04-01","table":"t"}""";

    private const string Now =
        """{"number":1,"kind":"Released","return":"agency.202425-Q1.E08000026","version":"1","level":"Nation","from":"2025-04-01","table":"t","explanations":[{"field":"assignments","item":"Total","text":"Why."}]}""";

    private static readonly BatchMessage Message = new(
        1,
        BatchMessageKind.Released,
        "agency.202425-Q1.E08000026",
        "1",
        ReleaseLevel.Nation,
        new DateOnly(2025, 4, 1),
        "t"
    );

    [Fact]
    public void A_message_without_explanations_is_written_and_read_as_ever()
    {
        Assert.Equal(Before, JsonSerializer.Serialize(Message, FederationJson.Default.BatchMessage));
        Assert.Equal(Message, JsonSerializer.Deserialize(Before, FederationJson.Default.BatchMessage));
        Assert.NotNull(JsonSerializer.Deserialize(Before, EarlierJson.Default.EarlierMessage));
    }

    [Fact]
    public void A_message_with_explanations_is_refused_whole_by_a_hub_that_does_not_know_them()
    {
        var explained = Message with { Explanations = [new Explanation("assignments", "Total", "Why.")] };

        Assert.Equal(Now, JsonSerializer.Serialize(explained, FederationJson.Default.BatchMessage));
        Assert.Equal(
            explained.Explanations,
            JsonSerializer.Deserialize(Now, FederationJson.Default.BatchMessage)!.Explanations
        );
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Now, EarlierJson.Default.EarlierMessage));
    }

    [Fact]
    public void A_priority_is_written_with_what_is_shown_of_it_and_refused_whole_by_a_hub_that_does_not_know_it()
    {
        const string Written =
            """{"number":2,"kind":"PriorityShown","return":"priority.E08000026.a","version":null,"level":null,"from":null,"table":null,"priority":{"year":"2026-27","details":{"title":"T","themes":{"lead":"T01","further":["T02"]},"rationale":"Why.","alignment":{"to":"national","text":"N"}},"status":"Approved","approvedBy":"Cabinet","audience":"Network","inOrder":["a","b"]}}""";
        var details = new PriorityDetails("T", new("T01", ["T02"]), "Why.", new PriorityAlignment("national", "N"));
        var shown = new ShownPriority(
            "2026-27",
            details,
            PriorityStatus.Approved,
            "Cabinet",
            Audience.Network,
            ["a", "b"]
        );
        var message = new BatchMessage(
            2,
            BatchMessageKind.PriorityShown,
            "priority.E08000026.a",
            null,
            null,
            null,
            null
        )
        {
            Priority = shown,
        };

        Assert.Equal(Written, JsonSerializer.Serialize(message, FederationJson.Default.BatchMessage));
        Assert.Equal(
            ["a", "b"],
            JsonSerializer.Deserialize(Written, FederationJson.Default.BatchMessage)!.Priority!.InOrder
        );
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Written, EarlierJson.Default.EarlierMessage));
    }

    [Fact]
    public void Sums_are_written_part_by_part_and_refused_whole_by_a_hub_that_does_not_know_them()
    {
        const string Written =
            """{"number":3,"kind":"Sums","return":"sums.agency.202425-Q1.E12000005","version":"1","level":null,"from":null,"table":null,"sums":[{"indicator":"AGY-03","slice":0,"parts":[12.5,400],"contributors":5,"isSuperseded":false}]}""";
        var message = new BatchMessage(
            3,
            BatchMessageKind.Sums,
            "sums.agency.202425-Q1.E12000005",
            "1",
            null,
            null,
            null
        )
        {
            Sums = [new IndicatorSum("AGY-03", 0, [12.5m, 400], 5, false)],
        };

        Assert.Equal(Written, JsonSerializer.Serialize(message, FederationJson.Default.BatchMessage));
        Assert.Equal(
            [12.5m, 400],
            JsonSerializer.Deserialize(Written, FederationJson.Default.BatchMessage)!.Sums![0].Parts
        );
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Written, EarlierJson.Default.EarlierMessage));
    }
}

/// <summary>A message as versions before explanations read it.</summary>
internal sealed record EarlierMessage(
    long Number,
    BatchMessageKind Kind,
    string Return,
    string? Version,
    ReleaseLevel? Level,
    DateOnly? From,
    string? Table
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(EarlierMessage))]
internal sealed partial class EarlierJson : JsonSerializerContext;
