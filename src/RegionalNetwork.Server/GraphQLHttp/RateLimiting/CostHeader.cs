using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.Server.GraphQLHttp.RateLimiting;

/// <summary><c>GraphQL-Cost: report</c> asks for the cost of the operation beside its answer.</summary>
internal static class CostHeader
{
    private const string Name = "GraphQL-Cost";
    private const string Report = "report";

    public static GraphQLRequest Apply(HttpContext http, GraphQLRequest request)
    {
        if (!http.Request.Headers.TryGetValue(Name, out var value) || value != Report)
        {
            return request;
        }

        http.Response.Headers.AppendCommaSeparatedValues("Vary", Name);
        return request with { ReportsCost = true };
    }
}
