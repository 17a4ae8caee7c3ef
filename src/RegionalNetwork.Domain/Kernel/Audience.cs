namespace RegionalNetwork.Domain.Kernel;

/// <summary>To whom a thing is shown by those whose it is.</summary>
public enum Audience
{
    /// <summary>Its owner's own people.</summary>
    Owner,

    /// <summary>The members of the network too.</summary>
    Network,

    /// <summary>Everybody.</summary>
    Public,
}
