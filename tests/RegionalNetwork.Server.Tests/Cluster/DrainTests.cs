using System.Net;
using Microsoft.Extensions.Configuration;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Tests.Durability;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>A node that is told to stop takes nothing down with it.</summary>
public sealed class DrainTests : IDisposable
{
    private static readonly Dictionary<string, string?> FourSeconds = new() { ["Drain__DelaySeconds"] = "4" };

    private readonly TemporaryFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Node_that_is_told_to_stop_is_not_ready_answers_still_tells_subscribers_and_finishes_what_it_began()
    {
        await using var node = new Node(
            await ServerProcess.StartAsync(_data.Path, ["--urls", "http://127.0.0.1:0"], FourSeconds),
            _data.Info
        );
        using var events = await node.SubscribeAsync("subscription { figuresReceived { position } }");
        using var slow = new HeldContent(SmallFile.Of(1));
        var upload = node.UploadAsync(slow);
        await slow.Begun.WaitAsync(Cancellation);
        Assert.Empty(await node.ReasonsAsync());

        var stopping = node.Process.StopAsync();
        await node.BecomesAsync("NODE_DRAINING");
        using var answered = await node.AskAsync("{ __typename }", As.Anonymous, atLeast: null);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await node.HealthAsync("live")).Status);
        Assert.Contains("SERVER_STOPPING", await events.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        // It listens no more, and the upload is not at its end yet.
        Assert.False(stopping.IsCompleted);
        slow.Release();

        using var imported = await upload;
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public void Development_waits_for_nobody_and_elsewhere_a_load_balancer_has_time()
    {
        Assert.Equal(TimeSpan.Zero, Read(null, isDevelopment: true));
        Assert.Equal(NodeLimits.DrainDelay, Read(null, isDevelopment: false));
        Assert.Equal(TimeSpan.Zero, Read("0", isDevelopment: false));
        Assert.Equal(NodeLimits.DrainDelayMax, Read("120", isDevelopment: true));
    }

    [Theory]
    [InlineData("121")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("soon")]
    public void Anything_else_stops_the_start(string seconds)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read(seconds, isDevelopment: true));

        Assert.Contains($"'{seconds}'", fault.Message, StringComparison.Ordinal);
    }

    private static TimeSpan Read(string? seconds, bool isDevelopment) =>
        Drain
            .Read(
                new ConfigurationBuilder().AddInMemoryCollection([new("Drain:DelaySeconds", seconds)]).Build(),
                isDevelopment
            )
            .Delay;

    /// <summary>A file of which the last byte waits.</summary>
    private sealed class HeldContent(byte[] bytes) : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public void Release() => _released.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length - 1));
            await stream.FlushAsync();
            _begun.SetResult();
            await _released.Task;
            await stream.WriteAsync(bytes.AsMemory(bytes.Length - 1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
