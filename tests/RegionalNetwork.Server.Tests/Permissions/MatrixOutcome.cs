using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>What comes of asking.</summary>
internal enum MatrixOutcome
{
    /// <summary>Answered or done, or refused for another reason than who asks.</summary>
    Allowed,

    /// <summary>Of a mutation alone: it changed something, or found it as it was to be.</summary>
    Done,

    /// <summary>Needs somebody who is known.</summary>
    Unauthenticated,

    /// <summary>Needs another role.</summary>
    Forbidden,

    /// <summary>Not there, or not there for the caller: <c>NOT_PERMITTED</c> or <c>..._NOT_FOUND</c>.</summary>
    Refused,
}

internal static class MatrixOutcomes
{
    /// <summary>What the directives on the way make of the caller, by the approved table; allowed where none objects.</summary>
    public static MatrixOutcome OfDirectives(MatrixQuestion question, ApprovedTable table, MatrixCaller caller)
    {
        foreach (var directive in question.Steps.SelectMany(step => step.Directives))
        {
            var isRequirement = directive.Name.Value == "requires";
            if (!caller.IsSignedIn && (isRequirement || directive.Name.Value == "authenticated"))
            {
                return MatrixOutcome.Unauthenticated;
            }

            if (isRequirement && !PermissionsOf(directive).Any(permission => caller.MayAnywhere(table, permission)))
            {
                return MatrixOutcome.Forbidden;
            }
        }

        return MatrixOutcome.Allowed;
    }

    /// <summary>Of a field that shows something: its directives, and for an audit trail whose it is.</summary>
    public static MatrixOutcome OfRead(MatrixQuestion question, MatrixCase asked) =>
        OfDirectives(question, asked.Table, asked.Caller) is var refused and not MatrixOutcome.Allowed ? refused
        : question.IsAuditTrail && !asked.May(Permission.ReadAuditTrail, Place.Council(asked.Target.CouncilOrHelper))
            ? MatrixOutcome.Forbidden
        : MatrixOutcome.Allowed;

    public static IEnumerable<Permission> PermissionsOf(DirectiveNode directive) =>
        directive
            .Arguments.Select(argument => argument.Value)
            .OfType<ListValueNode>()
            .SelectMany(list => list.Values.OfType<EnumValueNode>())
            .Select(value =>
                Enum.Parse<Permission>(value.Value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true)
            );

    /// <summary>Of a query or a subscription.</summary>
    public static MatrixOutcome Read(string answer) =>
        answer.Contains("\"code\":\"UNAUTHENTICATED\"", StringComparison.Ordinal) ? MatrixOutcome.Unauthenticated
        : answer.Contains("\"code\":\"FORBIDDEN\"", StringComparison.Ordinal) ? MatrixOutcome.Forbidden
        : MatrixOutcome.Allowed;

    public static MatrixOutcome OfMutation(string answer)
    {
        if (Read(answer) is var refused and not MatrixOutcome.Allowed)
        {
            return refused;
        }

        var body = JsonElement.Parse(answer);
        if (!body.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            return MatrixOutcome.Allowed;
        }

        var payload = data.EnumerateObject().Single().Value;
        string[] problems =
        [
            .. payload.GetProperty("problems").EnumerateArray().Select(each => each.GetProperty("code").GetString()!),
        ];
        return problems.Length == 0 ? MatrixOutcome.Done
            : problems.Any(IsAboutWhoAsks) ? MatrixOutcome.Refused
            : MatrixOutcome.Allowed;
    }

    private static bool IsAboutWhoAsks(string problem) =>
        problem == "NOT_PERMITTED" || problem.EndsWith("_NOT_FOUND", StringComparison.Ordinal);
}
