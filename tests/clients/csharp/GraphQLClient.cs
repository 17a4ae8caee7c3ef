using System.Net.Http.Json;
using System.Text.Json;

namespace RegionalNetwork.Clients;

/// <summary>Sends the operations of this program to a GraphQL endpoint: an <see cref="HttpClient"/> and nothing else.</summary>
internal sealed class GraphQLClient(HttpClient http, Uri endpoint)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="operation">Name of the file with the operation: <c>council-profile.graphql</c>.</param>
    /// <exception cref="InvalidOperationException">with the messages of the errors that the server reports.</exception>
    public async Task<T> Execute<T>(string operation, object variables, CancellationToken cancellationToken)
        where T : class
    {
        var request = new { query = Read(operation), variables };
        using var response = await http.PostAsJsonAsync(endpoint, request, Json, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<Answer<T>>(Json, cancellationToken);
        return answer is { Data: { } data, Errors: null }
            ? data
            : throw new InvalidOperationException(
                answer?.Errors is { } errors
                    ? string.Join('\n', errors.Select(error => error.Message))
                    : $"The server answered with status {(int)response.StatusCode} and no data."
            );
    }

    private static string Read(string operation)
    {
        using var stream =
            typeof(GraphQLClient).Assembly.GetManifestResourceStream(operation)
            ?? throw new ArgumentException($"There is no operation {operation}.", nameof(operation));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Answer<T>(T? Data = null, IReadOnlyList<AnswerError>? Errors = null)
        where T : class;

    private sealed record AnswerError(string Message);
}
