namespace RegionalNetwork.Domain.People;

/// <summary>What happens to what is known of a person.</summary>
public abstract record PersonEvent;

/// <param name="SealedIdentity">Base64 of bytes that only the person's own key opens.</param>
public sealed record PersonRegistered(string Person, PersonKind Kind, string SealedIdentity, DateOnly On) : PersonEvent;

/// <summary>The key is to be destroyed: from now on nobody can say who the code is.</summary>
public sealed record PersonErased(DateOnly On) : PersonEvent;
