using RegionalNetwork.Faults.Tests.History;

namespace RegionalNetwork.Faults.Tests.Workload;

/// <summary>How each effect, and a reading, is asked for.</summary>
internal static class GrainRequests
{
    public const string Read =
        "query($code: String!) { service { position } workstream(code: $code) { title status actions { title } } }";

    /// <summary>A council that takes part, so that it can undertake actions.</summary>
    private const string Lead = "E08000025";

    public static string Mutation(Effect effect) =>
        effect switch
        {
            Effect.Create => Of(
                "createWorkstream",
                $"""code: $code, title: $value, theme: "T02", leadCouncil: "{Lead}", startsOn: "2010-04-01" """
            ),
            Effect.Replace => Of("reviseWorkstream", """workstream: $code, title: $value, theme: "T02" """),
            Effect.Append => Of("addWorkstreamAction", $"""workstream: $code, title: $value, owner: "{Lead}" """),
            // It has no value, and every variable must be used.
            _ => """
                mutation($id: ID!, $code: String!) {
                  payload: changeWorkstreamStatus(input: { commandId: $id, workstream: $code, status: CLOSED }) {
                    problems { code } position
                  }
                }
                """,
        };

    private static string Of(string field, string input) =>
        $$"""
            mutation($id: ID!, $code: String!, $value: String!) {
              payload: {{field}}(input: { commandId: $id, {{input}} }) { problems { code } position }
            }
            """;
}
