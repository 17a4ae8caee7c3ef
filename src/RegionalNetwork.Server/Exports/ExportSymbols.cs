using System.Globalization;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Exports;

/// <summary>Figures as the standard writes them: a plain number, or the symbol that says why there is none.</summary>
internal static class ExportSymbols
{
    public const string NotApplicable = "z";

    public static string Of(FigureStatus status) =>
        status switch
        {
            FigureStatus.Confidential => "c",
            FigureStatus.NotApplicable => NotApplicable,
            FigureStatus.LowReliability => "u",
            FigureStatus.Low => "low",
            _ => "x",
        };

    /// <summary>Unrounded; the metadata says how many places to show.</summary>
    /// <param name="status">Why there is none.</param>
    public static string Of(double? value, FigureStatus status) =>
        value is { } number ? Of((decimal)number)
        : status == FigureStatus.Value ? NotApplicable
        : Of(status);

    public static string Of(decimal number) => number.ToString("0.###############", CultureInfo.InvariantCulture);

    /// <summary>A part as it was published. <c>k</c> stays what it is; symbols that the standard gave up are replaced.</summary>
    /// <param name="figure">Null where there is no such part.</param>
    /// <param name="status">Of the figure that it is a part of.</param>
    public static string Of(Figure? figure, FigureStatus status) =>
        figure switch
        {
            null => Of((double?)null, status),
            { IsNumber: true } or { Text: "k" } => figure.Value.Text.Trim(),
            _ => Of(figure.Value.Status),
        };
}
