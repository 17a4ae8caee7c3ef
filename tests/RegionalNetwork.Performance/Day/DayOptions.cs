using System.Globalization;

namespace RegionalNetwork.Performance.Day;

/// <summary>What <c>day [--nodes 1|3] [--seconds N] [--seed S]</c> asks for.</summary>
/// <param name="Nodes">1 or 3; null for both.</param>
/// <param name="Step">How long requests are sent at one rate.</param>
/// <param name="Seed">Settles who sends what, and when.</param>
internal sealed record DayOptions(int? Nodes, TimeSpan Step, int Seed)
{
    private const int SecondsMax = 60;

    public static DayOptions Default { get; } = new(null, TimeSpan.FromSeconds(5), 153);

    /// <returns>The options, or a sentence that says what is wrong with them.</returns>
    public static (DayOptions? Options, string? Fault) Read(ReadOnlySpan<string> arguments)
    {
        var options = Default;
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value =
                i + 1 < arguments.Length
                && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : (int?)null;
            switch (arguments[i], value)
            {
                case ("--nodes", 1 or 3):
                    options = options with { Nodes = value };
                    break;
                case ("--seconds", >= 1 and <= SecondsMax):
                    options = options with { Step = TimeSpan.FromSeconds(value.Value) };
                    break;
                case ("--seed", not null):
                    options = options with { Seed = value.Value };
                    break;
                default:
                    return (
                        null,
                        $"'{arguments[i]}' is no option, or what follows is no value of it. Give --nodes 1 or 3, "
                            + $"--seconds from 1 to {SecondsMax}, --seed with a whole number."
                    );
            }
        }

        return (options, null);
    }
}
