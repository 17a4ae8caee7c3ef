namespace RegionalNetwork.Domain.Audiences;

/// <summary>What the councils of a network have agreed to show each other.</summary>
public interface ISharingAgreements
{
    /// <summary>Whether a council is party, on this day, to a current agreement of the network about the subject.</summary>
    bool Cover(string network, string council, SharedSubject subject, DateOnly on);

    /// <summary>The same for a council's own figures of one indicator.</summary>
    bool CoverIndicator(string network, string council, string indicator, DateOnly on);
}
