namespace RegionalNetwork.Domain.Audiences;

/// <summary>What a sharing agreement can be about.</summary>
public enum SharedSubject
{
    Priorities,
    Workstreams,

    /// <summary>Councils' own figures; an agreement names the indicators.</summary>
    Figures,
}
