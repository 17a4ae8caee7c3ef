using System.Globalization;
using System.Text.Json;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>Numbers of any kind as one: clients and JSON know no difference between them.</summary>
internal static class JsNumber
{
    private const int MaxIntegerDigits = 21;
    private const int MaxLeadingZeros = 6;

    /// <summary>From a resolver's numeric value; text and truth values are no numbers.</summary>
    public static bool TryFrom(object value, out double number)
    {
        switch (value)
        {
            case double or float or decimal or long or ulong or int or uint or short or ushort or byte or sbyte:
                number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return true;
            case JsonElement { ValueKind: JsonValueKind.Number } element:
                number = element.GetDouble();
                return true;
            default:
                number = 0;
                return false;
        }
    }

    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    /// <summary>
    /// The shortest text that reads back as the same number, as clients write it: https://tc39.es/ecma262/#sec-numeric-types-number-tostring.
    /// </summary>
    /// <param name="number">Finite.</param>
    public static string ToText(double number)
    {
        var sign = number < 0 ? "-" : "";
        var (digits, point) = Digits(Math.Abs(number));
        return point switch
        {
            _ when digits.Length == 0 => "0",
            > MaxIntegerDigits or <= -MaxLeadingZeros => sign + Exponential(digits, point - 1),
            <= 0 => $"{sign}0.{new string('0', -point)}{digits}",
            _ when point >= digits.Length => sign + digits.PadRight(point, '0'),
            _ => $"{sign}{digits[..point]}.{digits[point..]}",
        };
    }

    /// <summary>The significant digits, and how many of them stand before the decimal point.</summary>
    private static (string Digits, int Point) Digits(double number)
    {
        var parts = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
        var whole = parts[0].Split('.')[0];
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), whole.Length + exponent - (digits.Length - significant.Length));
    }

    private static string Exponential(string digits, int exponent)
    {
        var fraction = digits.Length == 1 ? "" : $".{digits[1..]}";
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";
    }
}
