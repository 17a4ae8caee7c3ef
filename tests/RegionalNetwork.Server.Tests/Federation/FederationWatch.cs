using System.Net;
using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>What a node says of its federation, to an operator who looks again and again.</summary>
internal static class FederationWatch
{
    private static readonly TimeSpan LookMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether there is a hub that has answered.</summary>
    public static bool IsHeard(JsonElement status) =>
        status.At("hub") is { ValueKind: JsonValueKind.Object } hub
        && hub.At("heardAt").ValueKind == JsonValueKind.String;

    public static async Task<JsonElement> FederationAsync(this NetworkClient client)
    {
        var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/federation/status"), As.Operator);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body;
    }

    /// <summary>Waits until this node's status is so.</summary>
    public static async Task<JsonElement> SeesAsync(this NetworkClient client, Func<JsonElement, bool> isSo)
    {
        using var timeout = new CancellationTokenSource(LookMax);
        while (true)
        {
            var status = await client.FederationAsync();
            if (isSo(status))
            {
                return status;
            }

            Assert.False(timeout.IsCancellationRequested, $"{status}");
            await Task.Delay(LookInterval, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until the hub has acknowledged as many messages as are queued, and at least so many.</summary>
    public static async Task<JsonElement> SettledAsync(this NetworkClient client, long messages)
    {
        var status = await client.SeesAsync(status =>
            status.At("hub.queued").GetInt64() >= messages && status.At("hub.lag").GetInt64() == 0
        );
        return status.At("hub");
    }
}
