using Microsoft.Net.Http.Headers;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>Makes a socket of a GET with <c>Upgrade: websocket</c>.</summary>
internal sealed class SocketUpgrade
{
    private readonly StreamingHost _host;
    private readonly RequestDelegate _pipeline;

    /// <param name="routes">
    /// The middleware for sockets runs here only: before every request, it would cost each query an allocation.
    /// </param>
    public SocketUpgrade(StreamingHost host, IEndpointRouteBuilder routes)
    {
        _host = host;
        // Pings are those of the protocol, which browsers can see.
        var builder = routes.CreateApplicationBuilder();
        builder.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        builder.Run(AcceptAsync);
        _pipeline = builder.Build();
    }

    public static bool IsAskedBy(HttpRequest request) => request.Headers.Upgrade.Count > 0;

    public Task RunAsync(HttpContext http) => _pipeline(http);

    private async Task AcceptAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await RefuseAsync(
                http,
                StatusCodes.Status400BadRequest,
                "Only an upgrade to a WebSocket is possible here."
            );
            return;
        }

        if (!IsSameOrigin(http.Request))
        {
            SecurityLog
                .Of(http)
                .Record(SecurityEvent.PermissionRefused, TokenRefusal.OtherSiteCode, http, caller: null);
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "Pages of another site may not connect here.");
            return;
        }

        using var place = _host.TryEnter();
        if (place is null)
        {
            http.Response.Headers.RetryAfter = StreamingHost.RetryAfterSeconds;
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, StreamingHost.TooManyConnections);
            return;
        }

        // Now: what reads a cookie may renew it, which needs an answer that has not begun.
        _ = await Callers.FindAsync(http);
        var speaks = http.WebSockets.WebSocketRequestedProtocols.Contains(GraphQLSocket.Protocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(speaks ? GraphQLSocket.Protocol : null);
        if (!speaks)
        {
            using var sender = new SocketSender(socket, _host.Limits, _host.Clock);
            await sender.CloseAsync(StreamEnd.WrongProtocol);
            return;
        }

        using var connection = new GraphQLSocket(
            _host,
            http,
            socket,
            authorization => Callers.IdentifyAsync(http, authorization)
        );
        await connection.RunAsync();
    }

    /// <summary>
    /// A browser lets any page open a socket to any host, but says which page it is. Programs say nothing, and may.
    /// </summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        var origin = request.Headers[HeaderNames.Origin];
        return origin.Count == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static async Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(message, http.RequestAborted);
    }
}
