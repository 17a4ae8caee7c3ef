namespace RegionalNetwork.Domain.Audiences;

/// <summary>Before anybody has agreed on anything.</summary>
public sealed class NoAgreements : ISharingAgreements
{
    public static NoAgreements Instance { get; } = new();

    public bool Cover(string network, string council, SharedSubject subject, DateOnly on) => false;
}
