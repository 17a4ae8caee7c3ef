using System.Buffers;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Subscriptions;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>
/// One operation answered as server-sent events, in the distinct connections mode of
/// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md. Errors are events too: a browser shows no other answer.
/// </summary>
internal sealed class EventStream(StreamingHost host, HttpContext http, Caller caller)
{
    private static readonly byte[] KeepAlive = [.. ":\n\n"u8];
    private static readonly byte[] Complete = [.. "event: complete\ndata: \n\n"u8];

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public async Task AnswerAsync(PreparedRequest prepared)
    {
        Begin();
        using var expiry = caller.Expiry(host.Clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            expiry.Token,
            host.Stopping
        );
        try
        {
            await http.Response.BodyWriter.FlushAsync(ending.Token);
            if (prepared.Kind == OperationKind.Subscription)
            {
                await SubscribeAsync(prepared, ending.Token);
            }
            else
            {
                await ExecuteAsync(prepared, ending.Token);
            }

            await WriteAsync(Complete);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, which is how it ends a stream.
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await EndAsync(host.Stopping.IsCancellationRequested ? StreamEnd.Stopping : StreamEnd.TokenExpired);
        }
        catch (TimeoutException)
        {
            await ending.CancelAsync();
            await EndAsync(StreamEnd.SlowConsumer);
        }
    }

    private void Begin()
    {
        var response = http.Response;
        response.ContentType = ContentNegotiation.EventStreamType;
        response.Headers.CacheControl = "no-store";
        // A proxy that collects the answer first would keep the events from their reader.
        response.Headers["X-Accel-Buffering"] = "no";
        // Whether a reader is too slow is decided here, where it can be told.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }

    private async Task ExecuteAsync(PreparedRequest prepared, CancellationToken cancellation)
    {
        BeginNext();
        var context = host.NewRequest(http, caller);
        await host.Executor.ExecuteObservedAsync(prepared, context, _buffer, cancellation);
        await RefuseUnlessRecordedAsync(context);
        await SendNextAsync();
    }

    private async Task SubscribeAsync(PreparedRequest prepared, CancellationToken cancellation)
    {
        NetworkRequest? context = null;
        var start = await host.Executor.SubscribeAsync(
            prepared,
            () => context = host.NewRequest(http, caller),
            cancellation
        );
        BeginNext();
        if (start.Stream is not { } stream)
        {
            ErrorResponse.Write(start.Errors, _buffer);
            await SendNextAsync();
            return;
        }

        using var open = OpenSubscription.Begin();
        await using (stream)
        {
            while (true)
            {
                BeginNext();
                var step = await NextAsync(stream);
                if (step == StreamStep.Ended)
                {
                    return;
                }

                if (step == StreamStep.Failed)
                {
                    ErrorResponse.Write(stream.Errors, _buffer);
                    await SendNextAsync();
                    return;
                }

                var isRecorded = await RefuseUnlessRecordedAsync(context!);
                await SendNextAsync();
                if (!isRecorded)
                {
                    return;
                }
            }
        }
    }

    /// <summary>A comment now and then keeps proxies from taking the silence for the end.</summary>
    private async Task<StreamStep> NextAsync(ResponseStream stream)
    {
        var next = stream.NextAsync(_buffer).AsTask();
        while (!next.IsCompleted)
        {
            try
            {
                // It ends by itself when the stream is cancelled.
                await next.WaitAsync(host.Limits.PingInterval, host.Clock, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                await WriteAsync(KeepAlive);
            }
        }

        return await next;
    }

    /// <summary>Puts an error in the place of an answer that must not be given.</summary>
    private async Task<bool> RefuseUnlessRecordedAsync(NetworkRequest context)
    {
        if (await DisclosureRecords.TryWriteAsync(context, http))
        {
            return true;
        }

        BeginNext();
        ErrorResponse.Write([DisclosureRecords.Impossible], _buffer);
        return false;
    }

    private void BeginNext()
    {
        _buffer.ResetWrittenCount();
        _buffer.Write("event: next\ndata: "u8);
    }

    private Task SendNextAsync()
    {
        _buffer.Write("\n\n"u8);
        return WriteAsync(_buffer.WrittenMemory);
    }

    /// <exception cref="TimeoutException">when the reader does not take it in time.</exception>
    private async Task WriteAsync(ReadOnlyMemory<byte> text) =>
        await http
            .Response.BodyWriter.WriteAsync(text, http.RequestAborted)
            .AsTask()
            .WaitAsync(host.Limits.SendWait, host.Clock, http.RequestAborted);

    /// <summary>Says why, as long as the reader takes it in time.</summary>
    private async Task EndAsync(StreamEnd end)
    {
        var last = new ArrayBufferWriter<byte>();
        last.Write("event: next\ndata: "u8);
        ErrorResponse.Write([end.Error], last);
        last.Write("\n\n"u8);
        last.Write(Complete);
        try
        {
            await http
                .Response.BodyWriter.WriteAsync(last.WrittenMemory, http.RequestAborted)
                .AsTask()
                .WaitAsync(host.Limits.CloseWait, host.Clock, http.RequestAborted);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException or IOException)
        {
            http.Abort();
        }
    }
}
