using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Performance.Load;

/// <summary>
/// What a programmer would write for one request who has no GraphQL: the same figures of the same snapshot, straight into
/// <see cref="Utf8JsonWriter"/>. The yardstick of the engine; its answers are compared with the engine's byte by byte.
/// </summary>
internal static class HandWritten
{
    private static readonly JsonWriterOptions Options = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool Knows(NetworkRequestName name) =>
        name is NetworkRequestName.RegionalBenchmark or NetworkRequestName.NationalRollups;

    public static void Write(
        NetworkRequestName name,
        NetworkRequest request,
        JsonElement variables,
        IBufferWriter<byte> output
    )
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        if (name == NetworkRequestName.NationalRollups)
        {
            WriteRollups(json, request, Text(variables, "indicator"u8)!);
        }
        else
        {
            WriteBenchmark(json, request, variables);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRollups(Utf8JsonWriter json, NetworkRequest request, string indicator)
    {
        json.WriteStartArray("rollups"u8);
        foreach (var series in RollupQuery.OfEnglandAndRegions(request, indicator, [], null))
        {
            json.WriteStartObject();
            WriteArea(json, series.Area);
            json.WriteStartArray("points"u8);
            foreach (var point in series.Points)
            {
                json.WriteStartObject();
                json.WriteStartObject("period"u8);
                json.WriteString("code"u8, point.Period.Code);
                json.WriteEndObject();
                WriteNumber(json, "value"u8, point.Value);
                WriteNumber(json, "numerator"u8, point.Numerator);
                WriteNumber(json, "denominator"u8, point.Denominator);
                WriteCoverage(json, point.Coverage, isWhole: false);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBenchmark(Utf8JsonWriter json, NetworkRequest request, JsonElement variables)
    {
        var view = BenchmarkQuery.Find(
            request,
            new BenchmarkArguments(
                Text(variables, "indicator"u8)!,
                Text(variables, "period"u8),
                Text(variables, "region"u8),
                null,
                [],
                null
            )
        )!;
        json.WriteStartObject("benchmark"u8);
        json.WriteStartObject("indicator"u8);
        json.WriteString("code"u8, view.Indicator.Definition.Code);
        json.WriteString("name"u8, view.Indicator.Definition.Label);
        json.WriteString("unit"u8, view.Indicator.Definition.Unit);
        json.WriteString("polarity"u8, NameOf(view.Indicator.Definition.Polarity));
        json.WriteEndObject();
        json.WriteStartObject("period"u8);
        json.WriteString("code"u8, view.Period.Code);
        json.WriteString("identifier"u8, view.Period.Identifier);
        json.WriteEndObject();
        json.WriteStartArray("rows"u8);
        foreach (var row in view.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        WriteRollup(json, "region"u8, view.Region);
        WriteRollup(json, "england"u8, view.England);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, BenchmarkRow row)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, row.Code);
        json.WriteString("name"u8, row.Name);
        if (row.Figure is not { } figure)
        {
            json.WriteNull("figure"u8);
        }
        else
        {
            json.WriteStartObject("figure"u8);
            WriteNumber(json, "value"u8, figure.Value);
            json.WriteString("status"u8, NameOf(figure.Status));
            WritePart(json, "numerator"u8, figure.Numerator);
            WritePart(json, "denominator"u8, figure.Denominator);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, ReadOnlySpan<byte> name, Figure? part)
    {
        if (part is not { } figure)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteNumber(json, "value"u8, figure.Number);
        json.WriteEndObject();
    }

    private static void WriteRollup(Utf8JsonWriter json, ReadOnlySpan<byte> name, RollupView? rollup)
    {
        if (rollup is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteArea(json, rollup.Area);
        WriteNumber(json, "value"u8, rollup.Value);
        WriteNumber(json, "numerator"u8, rollup.Numerator);
        WriteNumber(json, "denominator"u8, rollup.Denominator);
        WriteCoverage(json, rollup.Coverage, isWhole: true);
        json.WriteEndObject();
    }

    private static void WriteArea(Utf8JsonWriter json, AreaView area)
    {
        json.WriteStartObject("area"u8);
        json.WriteString("code"u8, area.Code);
        json.WriteString("name"u8, area.Name);
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, Coverage? coverage, bool isWhole)
    {
        if (coverage is null)
        {
            json.WriteNull("coverage"u8);
            return;
        }

        json.WriteStartObject("coverage"u8);
        json.WriteNumber("contributors"u8, coverage.Contributors);
        json.WriteNumber("expected"u8, coverage.Expected);
        if (isWhole)
        {
            json.WriteBoolean("isComplete"u8, coverage.IsComplete);
            WriteNumber(json, "shareOfDenominator"u8, coverage.ShareOfDenominator);
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string? Text(JsonElement variables, ReadOnlySpan<byte> name) =>
        variables.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string NameOf(Polarity polarity) =>
        polarity switch
        {
            Polarity.HigherIsBetter => "HIGHER_IS_BETTER",
            Polarity.LowerIsBetter => "LOWER_IS_BETTER",
            Polarity.Parity => "PARITY",
            _ => "NEUTRAL",
        };

    private static string NameOf(FigureStatus status) =>
        status switch
        {
            FigureStatus.Value => "VALUE",
            FigureStatus.Confidential => "CONFIDENTIAL",
            FigureStatus.NotApplicable => "NOT_APPLICABLE",
            FigureStatus.NotAvailable => "NOT_AVAILABLE",
            FigureStatus.LowReliability => "LOW_RELIABILITY",
            _ => "LOW",
        };
}
