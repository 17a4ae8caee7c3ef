using System.Text;

namespace RegionalNetwork.Server.Tests.Durability;

/// <summary>A data file of two rows in the standard: one event for what it is of, one for its figures.</summary>
internal static class SmallFile
{
    public const string Column = "staff_count";

    public static byte[] Of(int birmingham) =>
        Encoding.UTF8.GetBytes(
            $"""
            time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,{Column}
            2024,Reporting year,National,E92000001,England,,,,,,{birmingham * 10}
            2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,330,E08000025,Birmingham,{birmingham}

            """
        );
}
