using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.GraphQLHttp.Caching;

/// <summary>
/// What caches may do with an answer: https://www.rfc-editor.org/rfc/rfc9111. Figures change whenever somebody imports, so no
/// answer is fresh for any time: a cache may keep it, and asks whether it still holds before each use.
/// </summary>
internal static class AnswerCaching
{
    /// <summary>Every header that an answer depends on. A new one that changes answers belongs here.</summary>
    private const string AnswerHeaders = "Accept, Authorization, Cookie";

    /// <summary>An anonymous caller's answer is everybody's: caches on the way may keep it.</summary>
    private const string Everybody = "public, max-age=0, must-revalidate";

    /// <summary>What a token opened is for whoever holds it: only their own cache may keep it.</summary>
    private const string Holder = "private, no-cache";

    /// <summary>Errors, and answers to what changed something.</summary>
    private const string Nobody = "no-store";

    /// <summary>For everything at an address that is answered in more than one way.</summary>
    public static void Vary(HttpResponse response) => response.Headers.Vary = AnswerHeaders;

    public static void Forbid(HttpResponse response) => response.Headers.CacheControl = Nobody;

    /// <summary>Tells caches about an answer. An answer to POST is kept by none unless told to, so a query by POST says nothing.</summary>
    /// <returns>Whether the caller has this very answer: the response is a 304 then, and complete.</returns>
    public static bool IsNotModified(
        HttpContext http,
        ExecutionResult result,
        Caller caller,
        ResponseFormat format,
        ReadOnlySpan<byte> answer
    )
    {
        if (result.ErrorCount > 0 || result.Operation != OperationKind.Query)
        {
            Forbid(http.Response);
            return false;
        }

        if (!HttpMethods.IsGet(http.Request.Method))
        {
            return false;
        }

        return IsNotModified(http, EntityTags.Of(answer, format, caller), caller);
    }

    /// <inheritdoc cref="IsNotModified(HttpContext, ExecutionResult, Caller, ResponseFormat, ReadOnlySpan{byte})"/>
    /// <param name="tag">Of the answer, for this caller.</param>
    public static bool IsNotModified(HttpContext http, string tag, Caller caller)
    {
        http.Response.Headers.CacheControl = caller.SignedIn is null ? Everybody : Holder;
        http.Response.Headers.ETag = tag;
        if (!EntityTags.AreMatchedBy(http.Request, tag))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
