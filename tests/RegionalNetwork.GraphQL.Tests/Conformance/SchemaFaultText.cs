using System.Text.Json;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>Faults as lines to compare. Their order is no matter: the reference walks the document, we walk the rules.</summary>
internal static class SchemaFaultText
{
    public static List<string> Expected(JsonElement errors) =>
        [
            .. errors
                .EnumerateArray()
                .Select(error =>
                    error.GetProperty("message").GetString()
                    + (
                        error.TryGetProperty("locations", out var places)
                            ? string.Concat(
                                places
                                    .EnumerateArray()
                                    .Select(at => $" {at.GetProperty("line")}:{at.GetProperty("column")}")
                            )
                            : ""
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    public static List<string> Actual(IEnumerable<SchemaFault> faults) =>
        [
            .. faults
                .Select(fault =>
                    fault.Message
                    + string.Concat(
                        fault.Places.Select(place => place.Location).Select(at => $" {at.Line}:{at.Column}")
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
}
