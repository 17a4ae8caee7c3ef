using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Returns;

/// <param name="Collection">Null for all.</param>
/// <param name="Period">Null for all.</param>
internal sealed record ReturnsArguments(string? Collection, string? Period);

/// <summary>The returns of a council that a caller sees, as long as they are kept.</summary>
internal static class ReturnSelection
{
    public static IReadOnlyList<CouncilReturn> Of(
        NetworkRequest request,
        Council council,
        ReturnsArguments arguments
    ) =>
        [
            .. request
                .Snapshot.Returns.OfUnit(council.Code)
                .Where(one =>
                    (arguments.Collection is null || one.Key.Collection == arguments.Collection)
                    && (arguments.Period is null || one.Key.Period == arguments.Period)
                )
                .Where(request.Sees)
                .Select(one => Kept(request, one))
                .OfType<CouncilReturn>(),
        ];

    /// <summary>What is left of a return once its time is over: nothing in the journal is deleted, but it is no longer shown.</summary>
    public static CouncilReturn? Kept(NetworkRequest request, CouncilReturn one)
    {
        var now = request.Host.Clock.GetUtcNow();
        var collection = request.Host.TableSchemas.Collections.Find(one.Key.Collection);
        if (
            collection is not null
            && ReturnPeriod.Find(collection, one.Key.Period)?.End is { } end
            && end < DateOnly.FromDateTime(RetentionClasses.Observations.CutOff(now)!.Value.UtcDateTime)
        )
        {
            return null;
        }

        var isOld = one.Draft is not null && one.ChangedAt < RetentionClasses.Drafts.CutOff(now);
        return !isOld ? one
            : one.Vintages.Count == 0 ? null
            : one with { Draft = null };
    }
}
