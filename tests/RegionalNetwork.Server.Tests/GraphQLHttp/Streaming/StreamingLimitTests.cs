using System.Text;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.GraphQLHttp.Streaming;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Streaming;

/// <summary>Limits of subscriptions that no client reaches in a test.</summary>
public sealed class StreamingLimitTests
{
    private static readonly SubscriptionLimits Small = new() { ConnectionsMax = 2, OperationIdCharactersMax = 3 };

    [Fact]
    public async Task As_many_connections_as_the_limit_are_open_and_one_more_when_one_ends()
    {
        await using var network = await NetworkHost.StartAsync(
            new InMemoryJournal(),
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        var executor = new RequestExecutor(NetworkSchema.Bind(), new ExecutorOptions());
        var host = new StreamingHost(
            executor,
            new RequestDocuments(executor, trusted: null),
            network,
            Small,
            CancellationToken.None
        );
        var first = host.TryEnter();
        var second = host.TryEnter();

        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.Null(host.TryEnter());
        first.Dispose();
        first.Dispose();
        Assert.NotNull(host.TryEnter());
        Assert.Null(host.TryEnter());
    }

    [Theory]
    [InlineData("abc", typeof(SocketMessage.Complete))]
    [InlineData("abcd", typeof(SocketMessage.Invalid))]
    [InlineData("", typeof(SocketMessage.Invalid))]
    public void Id_of_an_operation_is_as_long_as_the_limit_and_no_longer(string id, Type expected) =>
        Assert.IsType(
            expected,
            SocketMessage.Read(Encoding.UTF8.GetBytes($$"""{"type":"complete","id":"{{id}}"}"""), Small)
        );

    [Fact]
    public void Token_that_has_expired_ends_a_connection_at_once_and_one_of_a_century_is_no_fault()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var expired = Until(now.AddSeconds(-1)).Expiry(TimeProvider.System);
        using var longLived = Until(now.AddYears(100)).Expiry(TimeProvider.System);
        using var anonymous = Caller.Anonymous.Expiry(TimeProvider.System);

        Assert.True(expired.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)));
        Assert.False(longLived.IsCancellationRequested);
        Assert.False(anonymous.IsCancellationRequested);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("x\u0000y")]
    public void Reason_for_a_close_fits_its_frame_whatever_a_client_sent(string part)
    {
        var end = StreamEnd.Duplicate(string.Concat(Enumerable.Repeat(part, 200)));

        Assert.InRange(Encoding.UTF8.GetByteCount(end.Message), 1, 123);
    }

    private static Caller Until(DateTimeOffset moment) =>
        new(Caller.Assuming(As.Operator).SignedIn! with { ValidUntil = moment });
}
