using System.Buffers;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Telemetry;

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
    /// <returns>The position that the last answer rests on: it includes what every request wrote.</returns>
    public async Task<JournalPosition> ExecuteAsync(
        HttpContext http,
        IReadOnlyList<RequestReading> batch,
        Caller caller,
        IBufferWriter<byte> output
    )
    {
        var answers = new BatchAnswers(output, HttpLimits.BatchResponseBytes);
        var position = JournalPosition.Start;
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
                var prepared = documents.Prepare(request, reading.Document, http, caller);
                position = await ExecuteAsync(http, prepared, caller, answers);
            }
        }

        answers.Complete();
        return position;
    }

    private async Task<JournalPosition> ExecuteAsync(
        HttpContext http,
        PreparedRequest prepared,
        Caller caller,
        BatchAnswers answers
    )
    {
        var buffer = buffers.Rent();
        try
        {
            var context = NetworkRequest.Of(network, caller, http);
            await executor.ExecuteObservedAsync(prepared, context, buffer, http.RequestAborted);
            if (await DisclosureRecords.TryWriteAsync(context, http))
            {
                answers.Add(buffer.WrittenSpan);
            }
            else
            {
                answers.Refuse(DisclosureRecords.Impossible);
            }

            return context.Position;
        }
        finally
        {
            buffers.Return(buffer);
        }
    }
}
