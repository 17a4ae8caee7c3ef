using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>
/// Finds the document of a request, whatever transport it came by: the text that it sends, a document that it names by hash
/// (Apollo's automatic persisted queries), or, where there are trusted documents, one of those and nothing else.
/// A document that is found is prepared by the executor, whose cache knows it already. Here too a mutation of a token that is for
/// reading only is refused, so that no transport can forget it.
/// </summary>
/// <param name="trusted">Null: every valid document may be run.</param>
internal sealed class RequestDocuments(RequestExecutor executor, TrustedDocuments? trusted)
{
    private readonly PersistedDocuments _persisted = new(
        HttpLimits.PersistedDocuments,
        HttpLimits.PersistedDocumentCharacters
    );

    /// <param name="request">Its query is empty where the request has only a reference.</param>
    public PreparedRequest Prepare(
        GraphQLRequest request,
        DocumentReference? reference,
        HttpContext http,
        Caller caller
    )
    {
        var prepared = Find(request, reference, http, caller);
        if (prepared.Kind != OperationKind.Mutation || caller.MayWrite)
        {
            return prepared;
        }

        Record(http, caller, TokenPermissions.ReadOnlyCode);
        return Refused(request, DocumentErrors.ReadOnlyToken);
    }

    private PreparedRequest Find(GraphQLRequest request, DocumentReference? reference, HttpContext http, Caller caller)
    {
        if (trusted is not null)
        {
            var prepared = PrepareTrusted(request, reference, trusted);
            if (prepared.Kind is null)
            {
                Record(http, caller, DocumentErrors.NotTrusted.Code!);
            }

            return prepared;
        }

        return reference is null ? executor.Prepare(request)
            : request.Query.Length == 0 ? PrepareKnown(request, _persisted.Find(reference.Id))
            : PrepareNew(request, reference, http, caller);
    }

    private PreparedRequest PrepareKnown(GraphQLRequest request, string? text) =>
        text is null ? Refused(request, DocumentErrors.NotFound) : executor.Prepare(request with { Query = text });

    private PreparedRequest PrepareNew(
        GraphQLRequest request,
        DocumentReference reference,
        HttpContext http,
        Caller caller
    )
    {
        if (DocumentHash.Of(request.Query) != reference.Id)
        {
            return Refused(request, DocumentErrors.HashMismatch);
        }

        var prepared = executor.Prepare(request);
        if (prepared.Kind is not null)
        {
            _persisted.Add(reference.Id, request.Query, CallerKey.OfConnection(http, caller));
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

    private static void Record(HttpContext http, Caller caller, string code) =>
        SecurityLog.Of(http).Record(SecurityEvent.PermissionRefused, code, http, caller.SignedIn);

    private static PreparedRequest Refused(GraphQLRequest request, GraphQLError error) =>
        PreparedRequest.Refused(request, [error]);
}
