using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

/// <summary>Files written as text in a test, and what reading them gives.</summary>
internal static class Importer
{
    public const string Heading = "time_period,time_identifier,geographic_level,country_code,country_name,";
    public const string LaHeading =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
        + "old_la_code,new_la_code,la_name,";
    public const string England = "2024,Reporting year,National,E92000001,England,";
    public const string EnglandWithLa = "2024,Reporting year,National,E92000001,England,,,,,,";
    public const string Birmingham =
        "2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,330,E08000025,Birmingham,";
    public const string MetadataHeading =
        "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column";

    public static ImportReading Read(string data) => Read(data, null, ImportLimits.Default);

    public static ImportReading Read(string data, string? metadata) => Read(data, metadata, ImportLimits.Default);

    public static ImportReading Read(string data, string? metadata, ImportLimits limits) =>
        Read(Encoding.UTF8.GetBytes(data), metadata is null ? null : Encoding.UTF8.GetBytes(metadata), limits);

    public static ImportReading Read(byte[] data, byte[]? metadata, ImportLimits limits) =>
        OpenDataFile.Read(
            new ImportSource("figures.csv", new MemoryStream(data)),
            metadata is null ? null : new ImportSource("figures.meta.csv", new MemoryStream(metadata)),
            CouncilRegister.England,
            limits
        );

    /// <summary>A file with one indicator and the given cells, one row for each, in years from 2000.</summary>
    public static ImportReading ReadFigures(params IEnumerable<string> cells) =>
        Read(
            Heading
                + "staff_count\n"
                + string.Concat(
                    cells.Select((cell, index) => $"{2000 + index},Reporting year,National,E92000001,England,{cell}\n")
                )
        );

    /// <summary>Code, row and column of the only fault.</summary>
    public static (string Code, int? Row, string? Column) OnlyFault(ImportReading reading)
    {
        Assert.Null(reading.DataSet);
        var fault = Assert.Single(reading.Faults);
        Assert.Matches(@"^[A-Z].*[.?]$", fault.Message);
        return (fault.Code, fault.Row, fault.Column);
    }

    public static void AssertRead(ImportReading reading)
    {
        Assert.Empty(
            reading.Faults.Select(fault => $"{fault.Row} {fault.Column} {fault.Code} {fault.Value} {fault.Message}")
        );
        Assert.NotNull(reading.DataSet);
    }

    /// <summary>What a publication decides when it is offered the data set: it has rules of its own.</summary>
    public static Decision<PublicationEvent> Offer(ImportReading reading)
    {
        Assert.True(PublicationId.TryParse(reading.SuggestedSlug, out var id));
        return new ImportVintage(
            id,
            reading.SuggestedTitle,
            "figures.csv",
            reading.ContentHash!,
            reading.DataSet!,
            [.. reading.Warnings.Select(warning => warning.Message)]
        ).Decide(
            PublicationState.Initial,
            new CommandContext(new Actor("operator", [new(Role.Operator, Place.Service)]), DateTimeOffset.UnixEpoch)
        );
    }

    public static void AssertWarned(ImportReading reading, string code)
    {
        AssertRead(reading);
        Assert.Contains(reading.Warnings, warning => warning.Code == code);
    }
}
