namespace RegionalNetwork.Domain.Councils;

/// <summary>A region of England, or a part of London.</summary>
/// <param name="Parent">Code of the area that it is part of: England for the nine regions, London for its two parts.</param>
public sealed record Region(string Code, string Name, string Parent)
{
    /// <summary>True for Inner and Outer London: adding them to the nine regions counts London twice.</summary>
    public bool IsPartOfRegion => Parent != England.Code;
}

/// <summary>The country that the register covers.</summary>
public static class England
{
    public const string Code = "E92000001";

    public const string Name = "England";
}
