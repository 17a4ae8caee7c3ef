using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// Puts on record what a request was shown of others' unpublished data, before its answer leaves: an answer that cannot be put on
/// record is not given.
/// </summary>
internal static class DisclosureRecords
{
    public static readonly GraphQLError Impossible = new(
        "What you asked for includes other councils' unpublished data, and reading it cannot be put on record for now. Try again later.",
        [],
        null,
        "ACCESS_LOG_UNAVAILABLE"
    );

    /// <returns>False where it cannot be put on record; the answer must not be given then.</returns>
    public static ValueTask<bool> TryWriteAsync(NetworkRequest request, HttpContext http) =>
        request.Disclosures.All is { } disclosures
            ? WriteAsync(request, disclosures, http)
            : ValueTask.FromResult(true);

    private static async ValueTask<bool> WriteAsync(
        NetworkRequest request,
        IReadOnlyCollection<Disclosure> disclosures,
        HttpContext http
    )
    {
        try
        {
            var at = request.Host.Clock.GetUtcNow();
            await request.Host.AccessLog.RecordAsync(
                [.. disclosures.Select(disclosure => RecordOf(request.Actor!, at, disclosure, http.TraceIdentifier))],
                http.RequestAborted
            );
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }

    private static AccessRecord RecordOf(Actor reader, DateTimeOffset at, Disclosure disclosure, string requestId)
    {
        var isBrokenGlass = disclosure.Sight == Sight.BrokenGlass;
        return new AccessRecord(
            at,
            reader.Subject,
            reader.OnBehalfOf,
            disclosure.Owner.Kind == PlaceKind.Nation ? "nation" : disclosure.Owner.Code,
            disclosure.Subject.ToString(),
            isBrokenGlass ? AccessPurpose.BreakGlass : AccessPurpose.SharingAgreement,
            isBrokenGlass ? ReasonOf(reader, disclosure.Owner) : null,
            requestId
        );
    }

    private static string ReasonOf(Actor reader, Place place) =>
        reader.Grants.First(grant => grant.BreakGlassReason is not null && grant.Place.Covers(place)).BreakGlassReason!;
}
