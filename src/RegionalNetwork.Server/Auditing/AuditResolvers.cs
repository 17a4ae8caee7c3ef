using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Auditing;

/// <summary>
/// Answers <c>schema/audit.graphql</c>: a council sees who was shown its unpublished data, and who changed what is its own. Both are
/// read from disk, as the only answers that are: they are asked for seldom and grow without end.
/// </summary>
internal static class AuditResolvers
{
    public static ResolverMap AddAudit(this ResolverMap map) =>
        map.Object<Council>(
                CouncilResolvers.CouncilType,
                council =>
                    council
                        .FieldAsync(
                            "accesses",
                            (Council c, AuditPageArguments a, ResolverContext context) => AccessesAsync(c, a, context)
                        )
                        .Field("brokenGlass", (c, context) => BrokenGlassAt(c, context))
                        .FieldAsync(
                            "changes",
                            (Council c, AuditPageArguments a, ResolverContext context) => ChangesAsync(c, a, context)
                        )
            )
            .Object<AuditPage<AccessRecord>>("AccessConnection")
            .Object<AuditEdge<AccessRecord>>("AccessEdge")
            .Object<AccessRecord>("Access")
            .Object<AuditPage<JournalEntry>>("ChangeConnection")
            .Object<AuditEdge<JournalEntry>>("ChangeEdge")
            .Object<JournalEntry>(
                "Change",
                change =>
                    change
                        .Field("position", e => e.Position.ToString())
                        .Field("at", e => e.RecordedAt)
                        .Field("by", e => e.Actor)
                        .Field("event", e => e.Type)
                        .Field("about", e => e.Stream.Key)
            );

    private static async Task<AuditPage<AccessRecord>> AccessesAsync(
        Council council,
        AuditPageArguments arguments,
        ResolverContext context
    )
    {
        RefuseOthers(council, context);
        var entries = await context
            .Network()
            .Host.AccessLog.ReadAsync(council.Code, arguments.Number, arguments.Size + 1, context.CancellationToken);
        return arguments.PageOf(entries, entry => entry.Position, entry => entry.Record);
    }

    private static async Task<AuditPage<JournalEntry>> ChangesAsync(
        Council council,
        AuditPageArguments arguments,
        ResolverContext context
    )
    {
        RefuseOthers(council, context);
        var entries = await CouncilChanges.ReadAsync(
            context.Network(),
            council.Code,
            arguments.Number ?? 0,
            arguments.Size + 1,
            context.CancellationToken
        );
        return arguments.PageOf(entries, entry => entry.Position.Value, entry => entry);
    }

    private static RoleAssignment[] BrokenGlassAt(Council council, ResolverContext context)
    {
        RefuseOthers(council, context);
        return
        [
            .. context
                .Snapshot()
                .RoleAssignments.AtPlace(Place.Council(council.Code))
                .Where(assignment => assignment.Glass is not null),
        ];
    }

    /// <summary>The directive asks for the permission anywhere; it counts for the council where it is held.</summary>
    private static void RefuseOthers(Council council, ResolverContext context)
    {
        if (!context.Actor().May(Permission.ReadAuditTrail, Place.Council(council.Code)))
        {
            context.Network().RecordRefusal(PermissionCheck.ForbiddenCode);
            throw new GraphQLFieldException(
                "This is for the council's own people: ask one of them, or somebody there to give you a role.",
                PermissionCheck.ForbiddenCode
            );
        }
    }
}
