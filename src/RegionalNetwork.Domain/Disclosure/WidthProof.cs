using System.Runtime.InteropServices;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// Changes that show that a cell cannot be worked out: each leaves all that is shown as it is, and made one after another they lead
/// to figures that differ enough. Values never change, so it stays true for as long as each change still leaves what is shown as it is.
/// </summary>
internal sealed class WidthProof
{
    private readonly ChangeStep[] _steps;

    /// <summary>Where each change ends in <see cref="_steps"/>.</summary>
    private readonly int[] _ends;

    public WidthProof(ChangeStep[] steps, int[] ends)
    {
        (_steps, _ends) = (steps, ends);
        Families = [.. steps.Select(step => step.Family).Distinct()];
    }

    /// <summary>Places of the families that it changes.</summary>
    public IReadOnlyList<int> Families { get; }

    /// <summary>Whether it still is one when of the family other cells or sums are shown than before.</summary>
    public bool HoldsWith(GroupFacts facts, int family)
    {
        var first = 0;
        var own = new List<ChangeStep>();
        foreach (var end in _ends)
        {
            own.Clear();
            for (; first < end; first++)
            {
                if (_steps[first].Family == family)
                {
                    own.Add(_steps[first]);
                }
            }
            if (!IsUnseen(facts, family, CollectionsMarshal.AsSpan(own)))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsUnseen(GroupFacts facts, int family, ReadOnlySpan<ChangeStep> steps)
    {
        foreach (var step in steps)
        {
            if (!facts.CanMove(family, step.Row, step.Column) || !facts.Families[family].KeepsSums(step, steps))
            {
                return false;
            }
        }
        return true;
    }
}
