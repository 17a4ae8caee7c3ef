using System.Buffers;
using System.Text.Json;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Subscriptions;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>One operation of a socket: a subscription, or a query or mutation with its one answer.</summary>
/// <param name="http">The request that the socket came from.</param>
internal sealed class SocketOperation(
    StreamingHost host,
    SocketSender sender,
    HttpContext http,
    Caller caller,
    string id
)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly byte[] _id = JsonSerializer.SerializeToUtf8Bytes(id, SocketJson.Default.String);

    /// <exception cref="OperationCanceledException">The client does not want it any more, or the connection ends.</exception>
    /// <exception cref="TimeoutException">The client is too slow.</exception>
    public async Task RunAsync(SocketMessage.Subscribe subscribe, CancellationToken cancellation)
    {
        // Each message pays as a request does, or a socket would be the way round the limit.
        var spending = http.Features.Get<Spending>();
        if (spending?.PayRequest() is { } refusal)
        {
            await SendErrorsAsync([refusal], cancellation);
            return;
        }

        var prepared = host.Documents.Prepare(subscribe.Request, subscribe.Document, http, caller);
        if (prepared.Errors.Count > 0)
        {
            spending?.ChargeRefusal();
            await SendErrorsAsync(prepared.Errors, cancellation);
        }
        else if (prepared.Kind == OperationKind.Subscription)
        {
            await SubscribeAsync(prepared, cancellation);
        }
        else
        {
            BeginNext();
            var context = host.NewRequest(http, caller);
            await host.Executor.ExecuteObservedAsync(prepared, context, _buffer, cancellation);
            if (!await DisclosureRecords.TryWriteAsync(context, http))
            {
                await SendErrorsAsync([DisclosureRecords.Impossible], cancellation);
                return;
            }

            await SendNextAsync(cancellation);
            await SendCompleteAsync(cancellation);
        }
    }

    /// <summary>Errors that end the operation.</summary>
    public Task SendErrorsAsync(IReadOnlyList<GraphQLError> errors, CancellationToken cancellation)
    {
        Begin("\",\"type\":\"error\",\"payload\":"u8);
        ErrorResponse.WriteList(errors, _buffer);
        return SendNextAsync(cancellation);
    }

    private async Task SubscribeAsync(PreparedRequest prepared, CancellationToken cancellation)
    {
        NetworkRequest? context = null;
        var start = await host.Executor.SubscribeAsync(
            prepared,
            () => context = host.NewRequest(http, caller),
            cancellation
        );
        if (start.Stream is not { } stream)
        {
            await SendErrorsAsync(start.Errors, cancellation);
            return;
        }

        using var open = OpenSubscription.Begin();
        await using (stream)
        {
            while (true)
            {
                BeginNext();
                switch (await stream.NextAsync(_buffer))
                {
                    case StreamStep.Event when !await DisclosureRecords.TryWriteAsync(context!, http):
                        await SendErrorsAsync([DisclosureRecords.Impossible], cancellation);
                        return;
                    case StreamStep.Event:
                        await SendNextAsync(cancellation);
                        break;
                    case StreamStep.Failed:
                        await SendErrorsAsync(stream.Errors, cancellation);
                        return;
                    default:
                        await SendCompleteAsync(cancellation);
                        return;
                }
            }
        }
    }

    private void BeginNext() => Begin("\",\"type\":\"next\",\"payload\":"u8);

    private void Begin(ReadOnlySpan<byte> afterId)
    {
        _buffer.ResetWrittenCount();
        _buffer.Write("{\"id\":"u8);
        // Without its closing quotation mark, with which the rest begins.
        _buffer.Write(_id.AsSpan(0, _id.Length - 1));
        _buffer.Write(afterId);
    }

    private Task SendNextAsync(CancellationToken cancellation)
    {
        _buffer.Write("}"u8);
        return sender.SendAsync(_buffer.WrittenMemory, cancellation);
    }

    private Task SendCompleteAsync(CancellationToken cancellation)
    {
        Begin("\",\"type\":\"complete\""u8);
        return SendNextAsync(cancellation);
    }
}
