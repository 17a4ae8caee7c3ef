using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>
/// One connection of the protocol <c>graphql-transport-ws</c>:
/// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md.
/// </summary>
/// <param name="http">The request that it came from.</param>
/// <param name="identify">Who the caller is, by the authorization of the first message; null where that is not valid.</param>
internal sealed class GraphQLSocket(
    StreamingHost host,
    HttpContext http,
    WebSocket socket,
    Func<string?, Task<Caller?>> identify
) : IDisposable
{
    public const string Protocol = "graphql-transport-ws";

    private static readonly byte[] Ack = [.. "{\"type\":\"connection_ack\"}"u8];
    private static readonly byte[] Ping = [.. "{\"type\":\"ping\"}"u8];
    private static readonly byte[] Pong = [.. "{\"type\":\"pong\"}"u8];

    private readonly SocketSender _sender = new(socket, host.Limits, host.Clock);
    private readonly SocketReceiver _receiver = new(socket, host.Limits, host.Clock);
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(
        http.RequestAborted
    );
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _running = [];
    private readonly TaskCompletionSource<StreamEnd?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Caller? _caller;
    private bool _isInitialising;

    /// <summary>Runs until either side ends the connection.</summary>
    public async Task RunAsync()
    {
        using var stopping = host.Stopping.Register(() => _end.TrySetResult(StreamEnd.Stopping));
        using var aborting = http.RequestAborted.Register(() => _end.TrySetResult(null));
        var reading = ReadAsync();
        var watching = Task.WhenAll(AwaitInitAsync(), KeepAliveAsync());
        var end = await _end.Task;
        await _ended.CancelAsync();
        if (end is not null)
        {
            await _sender.CloseAsync(end);
            // The client answers with a close of its own. One that does not is not waited for.
            await Task.WhenAny(reading, Task.Delay(host.Limits.CloseWait, host.Clock, CancellationToken.None));
        }
        else if (socket.State == WebSocketState.CloseReceived)
        {
            await _sender.CloseAsync(new StreamEnd((int)WebSocketCloseStatus.NormalClosure, "", ""));
        }

        socket.Abort();
        await Task.WhenAll([reading, watching, .. _running.Keys]);
    }

    public void Dispose()
    {
        _ended.Dispose();
        _sender.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _receiver.ReceiveAsync() is { } message && !_end.Task.IsCompleted)
            {
                if (await TakeAsync(message) is { } end)
                {
                    _end.TrySetResult(end);
                }
            }

            _end.TrySetResult(_receiver.Fault);
            // What comes after that is of no interest but for the client's close.
            await _receiver.SkipAsync();
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            _end.TrySetResult(null);
        }
        catch (TimeoutException)
        {
            _end.TrySetResult(StreamEnd.SlowConsumer);
        }
    }

    /// <returns>Why the connection ends with this message; null if it does not.</returns>
    private async Task<StreamEnd?> TakeAsync(SocketMessage message)
    {
        switch (message)
        {
            case SocketMessage.Init init:
                return await InitialiseAsync(init);
            case SocketMessage.Ping ping:
                await _sender.SendAsync(PongTo(ping), _ended.Token);
                return null;
            case SocketMessage.Pong:
                return null;
            case SocketMessage.Complete complete:
                if (_operations.TryRemove(complete.Id, out var operation))
                {
                    await operation.CancelAsync();
                }

                return null;
            case SocketMessage.Subscribe subscribe:
                return await BeginAsync(subscribe);
            default:
                return StreamEnd.Invalid(((SocketMessage.Invalid)message).Fault);
        }
    }

    private async Task<StreamEnd?> InitialiseAsync(SocketMessage.Init init)
    {
        if (_isInitialising)
        {
            return StreamEnd.TooManyInits;
        }

        _isInitialising = true;
        if (await identify(init.Authorization) is not { } caller)
        {
            return StreamEnd.Forbidden;
        }

        _caller = caller;
        _ = EndWhenExpiredAsync(caller);
        await _sender.SendAsync(Ack, _ended.Token);
        return null;
    }

    private async Task<StreamEnd?> BeginAsync(SocketMessage.Subscribe subscribe)
    {
        if (_caller is not { } caller)
        {
            return StreamEnd.Uninitialised;
        }

        var operation = new SocketOperation(host, _sender, http, caller, subscribe.Id);
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        if (_running.Count >= host.Limits.OperationsPerConnectionMax && !_operations.ContainsKey(subscribe.Id))
        {
            cancellation.Dispose();
            await operation.SendErrorsAsync([TooMany()], _ended.Token);
            return null;
        }

        if (!_operations.TryAdd(subscribe.Id, cancellation))
        {
            cancellation.Dispose();
            return StreamEnd.Duplicate(subscribe.Id);
        }

        // A task of its own: what it executes must not keep the next message waiting.
        var run = new Task<Task>(() => RunAsync(operation, subscribe, cancellation));
        var running = run.Unwrap();
        _running.TryAdd(running, true);
        _ = running.ContinueWith(
            ended => _running.TryRemove(ended, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        run.Start(TaskScheduler.Default);
        return null;
    }

    private async Task RunAsync(
        SocketOperation operation,
        SocketMessage.Subscribe subscribe,
        CancellationTokenSource cancellation
    )
    {
        try
        {
            await operation.RunAsync(subscribe, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            // The client completed it, or the connection ends.
        }
        catch (TimeoutException)
        {
            _end.TrySetResult(StreamEnd.SlowConsumer);
        }
        catch (WebSocketException)
        {
            _end.TrySetResult(null);
        }
        finally
        {
            // The id may already belong to another operation.
            _operations.TryRemove(KeyValuePair.Create(subscribe.Id, cancellation));
            cancellation.Dispose();
        }
    }

    private async Task AwaitInitAsync()
    {
        await DelayAsync(host.Limits.InitWait);
        if (!Volatile.Read(ref _isInitialising))
        {
            _end.TrySetResult(StreamEnd.InitTimeout);
        }
    }

    private async Task EndWhenExpiredAsync(Caller caller)
    {
        using var expiry = caller.Expiry(host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, _ended.Token);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (expiry.IsCancellationRequested)
        {
            _end.TrySetResult(StreamEnd.TokenExpired);
        }
    }

    /// <summary>
    /// In either direction. A client that is sent events all the time says nothing of itself, and would be taken for dead unless it
    /// is asked.
    /// </summary>
    private bool IsQuiet =>
        _sender.Silence >= host.Limits.PingInterval || _receiver.Silence >= host.Limits.PingInterval;

    private async Task KeepAliveAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            await DelayAsync(host.Limits.PingInterval);
            if (_receiver.Silence > host.Limits.SilenceMax)
            {
                _end.TrySetResult(null);
            }
            else if (_caller is not null && IsQuiet)
            {
                await PingAsync();
            }
        }
    }

    private async Task PingAsync()
    {
        try
        {
            await _sender.SendAsync(Ping, _ended.Token);
        }
        catch (TimeoutException)
        {
            _end.TrySetResult(StreamEnd.SlowConsumer);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            _end.TrySetResult(null);
        }
    }

    /// <summary>Ends early, without complaint, when the connection does.</summary>
    private async Task DelayAsync(TimeSpan wait) =>
        await Task.Delay(wait, host.Clock, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static byte[] PongTo(SocketMessage.Ping ping)
    {
        if (ping.Payload is not { } payload)
        {
            return Pong;
        }

        var pong = new ArrayBufferWriter<byte>();
        pong.Write("{\"type\":\"pong\",\"payload\":"u8);
        pong.Write(payload);
        pong.Write("}"u8);
        return pong.WrittenSpan.ToArray();
    }

    private GraphQLError TooMany() =>
        new(
            $"This connection has {host.Limits.OperationsPerConnectionMax} operations running. Complete one first.",
            [],
            null,
            ErrorCodes.LimitExceeded
        );
}
