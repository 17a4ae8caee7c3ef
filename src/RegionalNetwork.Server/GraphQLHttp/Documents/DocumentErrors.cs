using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>Why a document that a request names is not run.</summary>
internal static class DocumentErrors
{
    /// <summary>Message and code are Apollo's: a client that reads them sends the document along.</summary>
    public static readonly GraphQLError NotFound = Of("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");

    public static readonly GraphQLError HashMismatch = Of(
        "The document is not the one that its hash names. Hash the UTF-8 of the document exactly as it is sent, with SHA-256.",
        "PERSISTED_QUERY_HASH_MISMATCH"
    );

    public static readonly GraphQLError NotTrusted = Of(
        "This server runs trusted documents only. Send the documentId of one of them and no other document; "
            + "whoever runs the server adds new ones.",
        "DOCUMENT_NOT_TRUSTED"
    );

    public static readonly GraphQLError ReadOnlyToken = Of(
        TokenPermissions.ReadOnlyMessage,
        TokenPermissions.ReadOnlyCode
    );

    private static GraphQLError Of(string message, string code) => new(message, [], null, code);
}
