using System.Buffers;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.GraphQLHttp.Batching;

/// <summary>
/// Executes the requests of a batch one after another, so that a query sees what a mutation before it changed. A request that
/// is at fault gets its error in its place and stops none of the others.
/// </summary>
internal sealed class BatchExecution(
    RequestExecutor executor,
    RequestDocuments documents,
    NetworkHost network,
    ResponseBuffers buffers
)
{
    public async Task ExecuteAsync(
        HttpContext http,
        IReadOnlyList<RequestReading> batch,
        Caller caller,
        IBufferWriter<byte> output
    )
    {
        var answers = new BatchAnswers(output, HttpLimits.BatchResponseBytes);
        foreach (var reading in batch)
        {
            if (answers.IsFull)
            {
                answers.RefuseForSpace();
            }
            else if (reading.Request is not { } request)
            {
                answers.Refuse(new GraphQLError(reading.Fault!, [], null, null));
            }
            else
            {
                await ExecuteAsync(http, documents.Prepare(request, reading.Document, http, caller), caller, answers);
            }
        }

        answers.Complete();
    }

    private async Task ExecuteAsync(HttpContext http, PreparedRequest prepared, Caller caller, BatchAnswers answers)
    {
        var buffer = buffers.Rent();
        try
        {
            var context = NetworkRequest.Of(network, caller, http);
            await executor.ExecuteAsync(prepared, context, buffer, http.RequestAborted);
            if (await DisclosureRecords.TryWriteAsync(context, http))
            {
                answers.Add(buffer.WrittenSpan);
            }
            else
            {
                answers.Refuse(DisclosureRecords.Impossible);
            }
        }
        finally
        {
            buffers.Return(buffer);
        }
    }
}
