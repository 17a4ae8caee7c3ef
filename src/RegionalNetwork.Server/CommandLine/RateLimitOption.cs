using System.CommandLine;
using System.Globalization;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>--rate-limit off|N</c>: cost units a minute for each caller.</summary>
internal static class RateLimitOption
{
    private const string Off = "off";

    public static Option<string> Create()
    {
        var option = new Option<string>("--rate-limit")
        {
            Description = "Cost units that each caller of the API may spend in a minute, or off.",
            DefaultValueFactory = _ => RateLimits.UnitsPerMinute.ToString(CultureInfo.InvariantCulture),
        };
        option.Validators.Add(given =>
        {
            var value = given.GetValueOrDefault<string>() ?? "";
            if (value != Off && !(Number(value) >= RateLimits.UnitsPerMinuteMin))
            {
                given.AddError(
                    $"'{value}' is no rate limit. Give off, or cost units a minute: {RateLimits.UnitsPerMinuteMin} or more."
                );
            }
        });
        return option;
    }

    /// <summary>Null for no limit.</summary>
    public static double? UnitsPerMinute(string value) => value == Off ? null : Number(value);

    private static double? Number(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
