using System.Buffers;
using System.Text.Json;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Pages;

/// <summary>The mutation <c>acceptRole</c> as programs send it, so that the page has no rules of its own.</summary>
internal sealed class AcceptRoleRequest(RequestExecutor executor, NetworkHost network)
{
    private const string Document =
        "mutation AcceptRole($input: AcceptRoleInput!) { acceptRole(input: $input) { roleAssignment { code } problems { message } } }";

    /// <param name="http">Whose address and person it is that try codes: the limit is that of the API.</param>
    public async Task<AcceptRoleAnswer> RunAsync(HttpContext http, Caller caller, string commandId, string code)
    {
        var variables = JsonSerializer.SerializeToElement(
            new Dictionary<string, object>
            {
                ["input"] = new Dictionary<string, string> { ["commandId"] = commandId, ["code"] = code },
            }
        );
        var buffer = new ArrayBufferWriter<byte>();
        await executor.ExecuteAsync(
            new GraphQLRequest(Document, null, variables),
            NetworkRequest.Of(network, caller, http),
            buffer,
            http.RequestAborted
        );
        using var answer = JsonDocument.Parse(buffer.WrittenMemory);
        return Read(answer.RootElement);
    }

    private static AcceptRoleAnswer Read(JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out _))
        {
            return new AcceptRoleAnswer(
                null,
                StatusCodes.Status503ServiceUnavailable,
                ["Your role could not be recorded just now. The code is still good: try again in a moment."]
            );
        }

        var payload = answer.GetProperty("data").GetProperty("acceptRole");
        var problems = payload.GetProperty("problems").EnumerateArray();
        return payload.GetProperty("roleAssignment") is { ValueKind: JsonValueKind.Object } assignment
            ? new AcceptRoleAnswer(assignment.GetProperty("code").GetString(), StatusCodes.Status200OK, [])
            : new AcceptRoleAnswer(
                null,
                StatusCodes.Status400BadRequest,
                [.. problems.Select(problem => problem.GetProperty("message").GetString()!)]
            );
    }
}

/// <summary>How accepting a role ended.</summary>
/// <param name="Assignment">Code of the role assignment; null when there are problems.</param>
/// <param name="Status">Of HTTP.</param>
/// <param name="Problems">Sentences.</param>
internal sealed record AcceptRoleAnswer(string? Assignment, int Status, IReadOnlyList<string> Problems);
