namespace RegionalNetwork.Domain.Sharing;

/// <summary>What happens to a sharing agreement. Its terms never change: other terms are another agreement.</summary>
public abstract record AgreementEvent;

public sealed record AgreementDrawnUp(string Agreement, string Network, AgreementTerms Terms) : AgreementEvent;

/// <param name="On">First day on which the council is party, as long as the agreement itself is in force.</param>
public sealed record AgreementSigned(string Council, DateOnly On) : AgreementEvent;

/// <param name="From">First day on which the council is no longer party.</param>
public sealed record AgreementLeft(string Council, DateOnly From) : AgreementEvent;

/// <param name="From">First day on which the agreement is no longer in force, for anybody.</param>
public sealed record AgreementWithdrawn(DateOnly From) : AgreementEvent;
