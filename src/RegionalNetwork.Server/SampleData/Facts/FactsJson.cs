using System.Text.Json.Serialization;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>
/// Reads the files beside it. A missing or null fact is an error; members that no command needs (such as the name behind a
/// council's code) are passed over, since the tests of the files look at those. Words that only the sample knows are strings: every
/// enum that is read as JSON costs a start some 10 ms.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(NetworkFacts))]
[JsonSerializable(typeof(PriorityFacts))]
[JsonSerializable(typeof(WorkstreamFacts))]
[JsonSerializable(typeof(AppointmentFacts))]
[JsonSerializable(typeof(ReportFacts))]
internal sealed partial class FactsJson : JsonSerializerContext;
