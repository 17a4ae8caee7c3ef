using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Exports;

/// <summary>The columns of time: digits, and what they mean.</summary>
internal readonly record struct ExportTime(string Period, string Identifier)
{
    /// <summary>A quarter of a return is <c>202526-Q1</c>; in the standard its digits stand alone and the identifier names the
    /// quarter.</summary>
    public static ExportTime Of(Period period) => new(period.Code.Split('-')[0], period.Identifier);
}
