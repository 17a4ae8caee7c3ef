using RegionalNetwork.Server.Security.Sessions;

namespace RegionalNetwork.Server.Tests.Security;

public sealed class BrowserKindTests
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
        "Edge on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
        "Chrome on Android"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData("<script>alert(1)</script>", "A browser on another device")]
    [InlineData("", "A browser on another device")]
    [InlineData(null, "A browser on another device")]
    public void Browser_is_said_as_its_person_knows_it(string? userAgent, string expected) =>
        Assert.Equal(expected, BrowserKind.Of(userAgent));
}
