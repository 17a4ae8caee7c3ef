using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Tests.Telemetry;

public sealed class TelemetrySettingsTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Https = "https://collector.example.gov.uk:4318";
    private const string Secret = "an-unmistakable-key";

    [Fact]
    public void Nothing_is_sent_where_no_collector_is_named_or_telemetry_is_switched_off()
    {
        Assert.Null(Read([]));
        Assert.Null(Read(new() { [Endpoint] = "" }));
        Assert.Null(Read(new() { [Endpoint] = Https, ["OTEL_SDK_DISABLED"] = "true" }));
    }

    [Fact]
    public void Collector_is_on_this_machine_or_behind_https()
    {
        var settings = Read(new() { [Endpoint] = Https })!;

        Assert.Equal((Https, OtlpExportProtocol.HttpProtobuf), (settings.Endpoint.OriginalString, settings.Protocol));
        Assert.NotNull(Read(new() { [Endpoint] = "http://127.0.0.1:4318" }));
        Assert.Equal(
            OtlpExportProtocol.Grpc,
            Read(new() { [Endpoint] = "http://localhost:4317", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc" })!.Protocol
        );
    }

    [Theory]
    [InlineData(Endpoint, "collector")]
    [InlineData(Endpoint, "http://collector.example.gov.uk:4318")]
    [InlineData(Endpoint, "https://" + Secret + "@collector.example.gov.uk")]
    [InlineData(Endpoint, "https://collector.example.gov.uk?key=" + Secret)]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", Secret)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", Https)]
    public void Mistaken_setting_is_named_and_its_secret_is_not(string name, string value)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read(new() { [Endpoint] = Https, [name] = value }));

        Assert.StartsWith(name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.Message, StringComparison.Ordinal);
    }

    private static TelemetrySettings? Read(Dictionary<string, string?> settings) =>
        TelemetrySettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
