using System.Globalization;
using System.Text.Json;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>Mutations as one line each.</summary>
internal static class Changes
{
    /// <summary>A command id that nobody has used.</summary>
    public static string NewId() => Guid.NewGuid().ToString();

    /// <param name="field">The mutation: <c>createWorkstream</c>.</param>
    /// <param name="input">The fields of its input as GraphQL, without the command id.</param>
    /// <param name="selection">The rest of the payload's selection: <c>workstream { code }</c>.</param>
    public static Task<Answer> ChangeAsync(
        this NetworkClient client,
        Actor? actor,
        string field,
        string input,
        string selection
    ) => client.ChangeAsync(actor, field, NewId(), input, selection);

    public static Task<Answer> ChangeAsync(
        this NetworkClient client,
        Actor? actor,
        string field,
        string commandId,
        string input,
        string selection
    ) =>
        client.QueryAsync(
            $$"""
            mutation($id: ID!) {
              payload: {{field}}(input: { commandId: $id, {{input}} }) {
                {{selection}} problems { code message path } position
              }
            }
            """,
            new { id = commandId },
            actor
        );

    /// <summary>A change that must succeed.</summary>
    /// <returns>What was selected, as JSON.</returns>
    public static async Task<string> SucceedAsync(
        this NetworkClient client,
        Actor actor,
        string field,
        string input,
        string selection
    ) => Succeeded(await client.ChangeAsync(actor, field, input, selection)).GetRawText();

    /// <summary>A change that must be refused for one reason, with nothing but the reason in its payload.</summary>
    /// <returns>The problem's code and its path, with dots.</returns>
    public static async Task<(string Code, string Path)> RefusedAsync(
        this NetworkClient client,
        Actor actor,
        string field,
        string input
    )
    {
        var payload = (await client.ChangeAsync(actor, field, input, "")).Data.At("payload");
        var problem = Assert.Single(payload.At("problems").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, payload.At("position").ValueKind);
        Assert.Matches(@"^[A-Z'0-9].*\.$", problem.Text("message"));
        return (
            problem.Text("code")!,
            string.Join('.', problem.At("path").EnumerateArray().Select(s => s.GetString()))
        );
    }

    /// <summary>What a payload shows beside problems and position; there must be a position and no problem.</summary>
    public static JsonElement Succeeded(Answer answer)
    {
        var payload = answer.Data.At("payload");
        Assert.True(payload.At("problems").GetArrayLength() == 0, answer.Text);
        Assert.True(PositionOf(answer) > 0, answer.Text);
        return payload.EnumerateObject().First().Value;
    }

    public static long PositionOf(Answer answer) =>
        long.Parse(answer.Data.Text("payload.position")!, CultureInfo.InvariantCulture);
}
