using System.Globalization;
using System.Text.Json;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>Numbers of any kind as one: clients and JSON know no difference between them.</summary>
internal static class JsNumber
{
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

    /// <summary>The shortest text that reads back as the same number; integers without exponent up to 21 digits.</summary>
    public static string ToText(double number) =>
        double.IsInteger(number) && Math.Abs(number) < 1e21
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
}
