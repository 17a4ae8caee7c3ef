using System.Buffers;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp.Caching;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>An error in place of an answer, before anything of the request is read.</summary>
internal static class RequestRefusal
{
    public static async Task WriteAsync(HttpContext http, int status, GraphQLError error)
    {
        var body = new ArrayBufferWriter<byte>();
        ErrorResponse.Write([error], body);
        http.Response.StatusCode = status;
        AnswerCaching.Forbid(http.Response);
        http.Response.ContentType = ContentNegotiation.ContentTypeOf(
            ContentNegotiation.Negotiate(http.Request.Headers.Accept)
        );
        await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }
}
