namespace RegionalNetwork.Domain.Disclosure;

/// <summary>The defaults of disclosure control, each with the number of its rule. Unit last.</summary>
public static class DisclosureRules
{
    /// <summary>D1: counts of 1 to this many are not shown where the field is standard.</summary>
    public const int StandardSuppressedPeople = 4;

    /// <summary>D1: counts of 1 to this many are not shown below the region where the field is sensitive.</summary>
    public const int SensitiveSuppressedPeople = 9;

    /// <summary>D12: of a region or England, counts of 1 to this many are not shown before sensitive counts are rounded.</summary>
    public const int RegionalSuppressedPeople = 2;

    /// <summary>D1, D2, D3: a group smaller than this tells of each of its people, also where it counts nobody.</summary>
    public const int BaseMinPeople = 10;

    /// <summary>D1: totals of what is never local.</summary>
    public const int NeverLocalMinPeople = 10;

    /// <summary>D4: contributors that are hidden together in a published sum, so that one of them learns nothing of another.</summary>
    public const int HiddenMinUnits = 3;

    /// <summary>D5: groups hidden together in the row of a council whose total is shown.</summary>
    public const int HiddenMinGroups = 2;

    /// <summary>D6: least width of what can be worked out about a hidden cell.</summary>
    public const double WidthMinPeople = 5;

    /// <summary>D6: least width as a share of the hidden value.</summary>
    public const double WidthMinShare = 0.2;

    /// <summary>D7: contributors to a line.</summary>
    public const int LineMinUnits = 3;

    /// <summary>D7: people in the base of a line.</summary>
    public const int LineMinPeople = 10;

    /// <summary>D8: the largest share that one contributor may have in an amount.</summary>
    public const double DominantShare = 0.75;

    /// <summary>D8: what the others must add up to, as a share of the largest, for the second largest not to know it (p % rule).</summary>
    public const double RemainderMinShare = 0.1;

    /// <summary>D9, D10, D11: sets that differ at all differ by this many councils.</summary>
    public const int DifferenceMinUnits = 3;

    /// <summary>D11: councils of a peer group.</summary>
    public const int PeerGroupMinUnits = 5;

    /// <summary>D12: sensitive counts in tiers T4 to T6 are rounded to a multiple of this many people.</summary>
    public const int SensitiveRoundingPeople = 5;

    /// <summary>D12: percentages of a smaller base are whole numbers.</summary>
    public const int WholePercentBasePeople = 100;
}
