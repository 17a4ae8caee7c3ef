namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>A command to the grain of the link to this node's hub. A node has one hub at most.</summary>
public abstract record LinkCommand
{
    /// <summary>The grain's key.</summary>
    public const string Key = "hub";
}
