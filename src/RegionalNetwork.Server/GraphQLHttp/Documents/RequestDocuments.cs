using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>
/// Finds the document of a request, whatever transport it came by: the text that it sends, a document that it names by hash
/// (Apollo's automatic persisted queries), or, where there are trusted documents, one of those and nothing else.
/// A document that is found is prepared by the executor, whose cache knows it already.
/// </summary>
/// <param name="trusted">Null: every valid document may be run.</param>
internal sealed class RequestDocuments(RequestExecutor executor, TrustedDocuments? trusted)
{
    private readonly PersistedDocuments _persisted = new(
        HttpLimits.PersistedDocuments,
        HttpLimits.PersistedDocumentCharacters
    );

    /// <param name="request">Its query is empty where the request has only a reference.</param>
    public PreparedRequest Prepare(GraphQLRequest request, DocumentReference? reference, HttpContext http, Actor? actor)
    {
        if (trusted is not null)
        {
            return PrepareTrusted(request, reference, trusted);
        }

        return reference is null ? executor.Prepare(request)
            : request.Query.Length == 0 ? PrepareKnown(request, _persisted.Find(reference.Id))
            : PrepareNew(request, reference, http, actor);
    }

    private PreparedRequest PrepareKnown(GraphQLRequest request, string? text) =>
        text is null ? Refused(request, DocumentErrors.NotFound) : executor.Prepare(request with { Query = text });

    private PreparedRequest PrepareNew(
        GraphQLRequest request,
        DocumentReference reference,
        HttpContext http,
        Actor? actor
    )
    {
        if (DocumentHash.Of(request.Query) != reference.Id)
        {
            return Refused(request, DocumentErrors.HashMismatch);
        }

        var prepared = executor.Prepare(request);
        if (prepared.Kind is not null)
        {
            _persisted.Add(reference.Id, request.Query, CallerKey.OfConnection(http, actor));
        }

        return prepared;
    }

    private PreparedRequest PrepareTrusted(
        GraphQLRequest request,
        DocumentReference? reference,
        TrustedDocuments documents
    )
    {
        if (reference is null || documents.Find(reference.Id) is not { } text)
        {
            return Refused(request, DocumentErrors.NotTrusted);
        }

        return request.Query.Length == 0 || request.Query == text
            ? executor.Prepare(request with { Query = text })
            : Refused(request, DocumentErrors.HashMismatch);
    }

    private static PreparedRequest Refused(GraphQLRequest request, GraphQLError error) =>
        PreparedRequest.Refused(request, [error]);
}
