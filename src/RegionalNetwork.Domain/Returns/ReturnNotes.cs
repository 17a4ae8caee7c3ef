namespace RegionalNetwork.Domain.Returns;

/// <summary>Something that is unusual in a return: it is to be changed, or explained.</summary>
/// <param name="Code">Stable and machine-readable, one of <c>ReturnFaultCodes</c>.</param>
/// <param name="Item">The row.</param>
/// <param name="Message">A sentence for whoever fills in the return.</param>
public sealed record ReturnWarning(string Code, string Field, string Item, string Message);

/// <summary>What a council says of one of its figures. It goes wherever the figure goes.</summary>
public sealed record Explanation(string Field, string Item, string Text)
{
    public bool IsAbout(ReturnWarning warning) => Field == warning.Field && Item == warning.Item;

    internal bool IsAbout(Explanation other) => Field == other.Field && Item == other.Item;
}
