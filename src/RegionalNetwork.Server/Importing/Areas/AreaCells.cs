namespace RegionalNetwork.Server.Importing.Areas;

/// <summary>The cells of a row that name its area; empty where the file has no such column.</summary>
internal readonly record struct AreaCells(
    string CountryCode,
    string CountryName,
    string RegionCode,
    string RegionName,
    string NewLaCode,
    string OldLaCode,
    string LaName
);
