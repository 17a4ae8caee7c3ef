using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Streaming;

/// <summary>A client of <c>graphql-transport-ws</c> that does nothing of itself: it answers a ping only when told to.</summary>
internal sealed class SocketClient(ClientWebSocket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[4096];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task SendAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Cancellation);

    /// <returns>The type of the next message.</returns>
    /// <exception cref="WebSocketException">The server has ended the connection.</exception>
    public async Task<string> ReceiveTypeAsync()
    {
        var received = await socket.ReceiveAsync(_buffer.AsMemory(), Cancellation);
        Assert.True(received.EndOfMessage);
        using var message = JsonDocument.Parse(_buffer.AsMemory(0, received.Count));
        return message.RootElement.GetProperty("type").GetString()!;
    }

    public void Dispose() => socket.Dispose();
}
