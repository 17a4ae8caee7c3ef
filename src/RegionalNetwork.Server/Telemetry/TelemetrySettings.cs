using OpenTelemetry.Exporter;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>Where traces, metrics and logs are sent, by the environment variables that OpenTelemetry has for that.</summary>
/// <param name="Endpoint">Of a collector; the path of each signal is put behind it where the protocol has paths.</param>
internal sealed record TelemetrySettings(Uri Endpoint, OtlpExportProtocol Protocol)
{
    private const string EndpointName = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolName = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string HeadersName = "OTEL_EXPORTER_OTLP_HEADERS";
    private const string DisabledName = "OTEL_SDK_DISABLED";

    /// <summary>One collector takes all: what is checked for one address would not hold for another.</summary>
    private static readonly string[] NotTaken =
    [
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
        "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL",
        "OTEL_EXPORTER_OTLP_LOGS_PROTOCOL",
    ];

    /// <returns>Null where nothing is to be sent.</returns>
    /// <exception cref="InvalidDataException">A setting is mistaken: with what is wrong and what to do, and no header's value.</exception>
    public static TelemetrySettings? Read(IConfiguration configuration)
    {
        if (string.Equals(configuration[DisabledName], "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (NotTaken.FirstOrDefault(name => configuration[name] is { Length: > 0 }) is { } notTaken)
        {
            throw new InvalidDataException(
                $"{notTaken} is set, but one collector takes traces, metrics and logs. Set {EndpointName} and {ProtocolName} instead."
            );
        }

        if (configuration[EndpointName] is not { Length: > 0 } endpoint)
        {
            return null;
        }

        ThrowIfNoHeaders(configuration[HeadersName]);
        return new TelemetrySettings(ReadEndpoint(endpoint), ReadProtocol(configuration[ProtocolName]));
    }

    /// <summary>What is sent says when who was refused what: nobody on the way should read it.</summary>
    private static Uri ReadEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
        && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback))
        && endpoint is { UserInfo: "", Query: "", Fragment: "" }
            ? endpoint
            : throw new InvalidDataException(
                $"{EndpointName} is no address of a collector. Give one with https, or with http on this machine, without a name, a "
                    + $"password or a query, such as https://collector.example.gov.uk:4318; a key goes into {HeadersName}."
            );

    /// <summary>Where nothing is said, what OpenTelemetry's specification asks for.</summary>
    private static OtlpExportProtocol ReadProtocol(string? text) =>
        text switch
        {
            null or "" or "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            "grpc" => OtlpExportProtocol.Grpc,
            _ => throw new InvalidDataException($"{ProtocolName} is '{text}'. Give http/protobuf or grpc."),
        };

    private static void ThrowIfNoHeaders(string? text)
    {
        if (
            text is { Length: > 0 }
            && text.Split(',').Any(pair => pair.IndexOf('=', StringComparison.Ordinal) is var place && place < 1)
        )
        {
            throw new InvalidDataException(
                $"{HeadersName} is no list of headers. Give name=value, separated by commas, with values URL-encoded."
            );
        }
    }
}
