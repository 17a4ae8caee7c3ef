using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Audiences;

/// <summary>All that decides who may see a thing that is not public.</summary>
/// <param name="Audience">To whom its owner shows it.</param>
/// <param name="Tier">With <see cref="Audience.Owner"/>: draft or approved. With <see cref="Audience.Network"/>: named.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Since">The day on which the network got to see it: it is for those who were members then.</param>
public readonly record struct Exposure(Audience Audience, Tier Tier, Place Owner, SharedSubject Subject, DateOnly Since)
{
    /// <summary>Code of the indicator where the thing is a figure; an agreement names each. Null for everything else.</summary>
    public string? Indicator { get; init; }

    /// <summary>What differs most often first: this is asked for each thing of a list.</summary>
    public bool Equals(Exposure other) =>
        Since == other.Since
        && Audience == other.Audience
        && Tier == other.Tier
        && Subject == other.Subject
        && Owner.Kind == other.Owner.Kind
        && string.Equals(Owner.Code, other.Owner.Code, StringComparison.Ordinal)
        && string.Equals(Indicator, other.Indicator, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Since, Audience, Tier, Subject, Owner, Indicator);
}

/// <summary>Whether somebody sees a thing, and by what right: reading another council's named data is recorded.</summary>
public enum Sight
{
    Hidden,

    /// <summary>Public.</summary>
    Open,

    /// <summary>Of their own council or network.</summary>
    Own,

    /// <summary>Another council's, by a sharing agreement: the read is recorded.</summary>
    Shared,

    /// <summary>By breaking the glass: the read is recorded with the reason.</summary>
    BrokenGlass,
}
