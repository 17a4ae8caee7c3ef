namespace RegionalNetwork.Domain.Kernel;

/// <summary>Which social work a post or a network is about.</summary>
public enum ServiceScope
{
    Childrens,
    Adults,

    /// <summary>Both services, jointly.</summary>
    Both,
}
