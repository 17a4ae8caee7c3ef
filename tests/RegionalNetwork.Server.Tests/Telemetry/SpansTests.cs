using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Tests.Telemetry;

public sealed class SpansTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private readonly DefaultHttpContext _http = new() { TraceIdentifier = "request-1" };

    [Fact]
    public void What_a_member_sends_goes_on_in_the_trace_of_its_push()
    {
        using var listener = Listen();
        _http.Request.Headers.TraceParent = $"00-{Trace}-b7ad6b7169203331-01";
        _http.Request.Headers.TraceState = "somebody=text";

        using var span = Spans.Receive(_http, "coventry", messages: 3)!;

        Assert.Equal((Trace, "b7ad6b7169203331"), (span.TraceId.ToHexString(), span.ParentSpanId.ToHexString()));
        Assert.Null(span.TraceStateString);
        Assert.Equal(
            [
                ("regionalnetwork.federation.messages", "3"),
                ("regionalnetwork.federation.peer", "coventry"),
                ("regionalnetwork.request.id", "request-1"),
            ],
            span.TagObjects.Select(tag => (tag.Key, $"{tag.Value}")).Order()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("somebody's text")]
    public void What_is_no_trace_begins_one(string sent)
    {
        using var listener = Listen();
        _http.Request.Headers.TraceParent = sent;

        using var span = Spans.Receive(_http, "coventry", messages: 0)!;

        Assert.Null(span.Parent);
        Assert.Equal(default, span.ParentSpanId);
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            // By name: the source asks while it is being made, when the field is not there yet.
            ShouldListenTo = source => source.Name == "RegionalNetwork.Server",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
