using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.Performance.Day;

/// <summary>A GraphQL document as the beginning of a request's body, so that only variables are written for each.</summary>
internal sealed class DayDocument(string query)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly string _beginning = $$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":""";

    public static DayDocument Returns { get; } =
        new(
            """
            query Returns($council: String!, $collection: String!, $period: String!) {
              council(code: $council) { returns(collection: $collection, period: $period) { draft { number } vintages { number } } }
            }
            """
        );

    public static DayDocument ReturnsDue { get; } =
        new(
            """
            query ReturnsDue($network: String!, $collection: String!, $period: String!) {
              network(code: $network) { returnsDue(collection: $collection, period: $period) { council { code name } progress vintage } }
            }
            """
        );

    public static DayDocument Of(GraphQLRequest request) => new(request.Query!);

    /// <summary>A mutation whose payload is called <c>payload</c>.</summary>
    /// <param name="variables">Beside <c>$id</c>, the command's: <c>$title: String!</c>.</param>
    /// <param name="input">Beside the command's id.</param>
    public static DayDocument Mutation(string field, string variables, string input) =>
        new(
            $$"""
            mutation($id: ID!, {{variables}}) {
              payload: {{field}}(input: { commandId: $id, {{input}} }) { problems { code } position }
            }
            """
        );

    public HttpContent With(object variables)
    {
        var content = new ByteArrayContent(
            Encoding.UTF8.GetBytes($"{_beginning}{JsonSerializer.Serialize(variables)}}}")
        );
        content.Headers.ContentType = Json;
        return content;
    }

    /// <summary>As the address of a query.</summary>
    public static string Address(string query) => $"/graphql?query={Uri.EscapeDataString(query)}";
}
