using System.Globalization;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.GraphQLHttp.Streaming;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>The files of <c>deploy/haproxy</c>: HAProxy accepts them, and their limits fit those of the server.</summary>
public sealed class HaproxyTests
{
    private static readonly HaproxyFile Balancing = new("haproxy.cfg");

    [Theory]
    [InlineData("haproxy.cfg")]
    [InlineData("node.cfg")]
    public async Task HAProxy_accepts_the_file_and_warns_of_nothing(string name)
    {
        HaproxyProcess.SkipWithout();
        using var folder = new TemporaryFolder();
        var pem = folder.Write("all.pem", Balancer.NewCertificate());
        var file = folder.Write(name, new HaproxyFile(name).WithCertificate(pem));

        Assert.Equal((0, "Configuration file is valid"), await HaproxyProcess.CheckAsync(file));
    }

    [Fact]
    public void Streams_are_not_cut_off_while_they_are_silent()
    {
        var limits = SubscriptionLimits.Default;

        Assert.True(Balancing.Seconds("timeout client") > limits.PingInterval * 2);
        Assert.True(Balancing.Seconds("timeout server") > limits.PingInterval * 2);
        Assert.True(Balancing.Seconds("timeout tunnel") > limits.SilenceMax);
    }

    [Fact]
    public void Connections_beside_a_node_outlast_those_of_the_balancer()
    {
        var beside = new HaproxyFile("node.cfg");

        Assert.True(beside.Seconds("timeout client") > Balancing.Seconds("timeout server"));
        Assert.True(beside.Seconds("timeout server") > Balancing.Seconds("timeout server"));
    }

    [Fact]
    public void Node_that_drains_is_left_alone_while_it_still_listens()
    {
        var words = ServerDefaults();
        var notice = Number(words, "inter") * (Number(words, "fall") + 1);

        Assert.True(TimeSpan.FromSeconds(notice) < NodeLimits.DrainDelay, $"{notice} seconds");
    }

    [Fact]
    public void Requests_and_connections_may_be_as_many_and_as_large_as_the_server_takes()
    {
        var refused = Balancing.Setting("http-request deny deny_status 413 if");

        Assert.Equal($"{{ req.hdr_val(content-length) gt {HttpLimits.ImportRequestBytes} }}", refused);
        Assert.True(Number(ServerDefaults(), "maxconn") > SubscriptionLimits.Default.ConnectionsMax);
    }

    private static string[] ServerDefaults() =>
        Balancing
            .Text.Split('\n')
            .First(line => line.Contains(" default-server ", StringComparison.Ordinal))
            .Split(' ');

    private static int Number(string[] words, string name) =>
        int.Parse(words[Array.IndexOf(words, name) + 1].TrimEnd('s'), CultureInfo.InvariantCulture);
}
