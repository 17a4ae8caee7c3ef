namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// The audit of families that bound each other, ledger after ledger: knows of each hidden cell why it cannot be worked out, and
/// looks again only where that is not so any more.
/// </summary>
internal sealed class GroupAudit
{
    /// <summary>Cells that an attempt finds before it gives up.</summary>
    private const int FailuresMax = 100;

    private readonly BoundsAudit _audit;

    /// <summary>Of each family, how many rows were compiled before.</summary>
    private readonly int[] _settled;
    private readonly Dictionary<HiddenCell, WidthProof> _proofs = [];

    /// <summary>By family: cells whose proofs change it.</summary>
    private readonly HashSet<HiddenCell>[] _relying;

    /// <summary>Cells of earlier compiles that have no proof: of families that show nothing because of that.</summary>
    private readonly HashSet<HiddenCell> _blind = [];

    /// <summary>What attempts to show more of one family found; good for the next one too where it holds there.</summary>
    private readonly Dictionary<HiddenCell, WidthProof> _found = [];
    private HashSet<HiddenCell> _suspects = [];
    private bool _isSettledProved;

    /// <param name="settled">Of each family, how many rows were compiled before.</param>
    public GroupAudit(GroupFacts facts, int[] settled)
    {
        (Facts, _settled) = (facts, settled);
        _audit = new BoundsAudit(facts);
        _relying = [.. settled.Select(_ => new HashSet<HiddenCell>())];
    }

    /// <summary>What is hidden and which sums are published, as taken in.</summary>
    public GroupFacts Facts { get; private set; }

    /// <summary>Begins with another family.</summary>
    public void Turn()
    {
        _found.Clear();
        _suspects.Clear();
    }

    /// <summary>Takes the family in as it would be if nothing can be worked out then.</summary>
    /// <param name="hasNewSums">Without, all that was hidden before is as safe as it was.</param>
    /// <returns>Cells that could be; those of the last attempt first, and others only where none of them is left.</returns>
    public IReadOnlyCollection<HiddenCell> Try(int family, AuditFacts next, bool hasNewSums)
    {
        if (hasNewSums)
        {
            ProveSettled();
        }
        var facts = Facts.With(family, next);
        _audit.Facts = facts;
        var affected = BoundsAudit
            .HiddenIn(facts, family, hasNewSums ? 0 : _settled[family])
            .Where(cell => !_blind.Contains(cell))
            .Union(_relying[family])
            .ToHashSet();
        var proofs = new List<(HiddenCell Cell, WidthProof Proof)>(affected.Count);
        _suspects.IntersectWith(affected);
        _suspects = Failing(_suspects, family, proofs);
        if (_suspects.Count == 0)
        {
            _suspects = Failing(affected, family, proofs);
        }
        if (_suspects.Count == 0)
        {
            Facts = facts;
            foreach (var (cell, proof) in proofs)
            {
                Rely(cell, proof);
            }
        }
        return _suspects;
    }

    private HashSet<HiddenCell> Failing(
        IEnumerable<HiddenCell> cells,
        int family,
        List<(HiddenCell Cell, WidthProof Proof)> proofs
    )
    {
        var failing = new HashSet<HiddenCell>();
        foreach (var cell in cells)
        {
            if (Prove(cell, family) is { } proof)
            {
                proofs.Add((cell, proof));
            }
            else if (failing.Add(cell) && failing.Count == FailuresMax)
            {
                break;
            }
        }
        return failing;
    }

    private WidthProof? Prove(HiddenCell cell, int family)
    {
        if (Known(_found) is { } found)
        {
            return found;
        }
        if (Known(_proofs) is { } before)
        {
            return before;
        }
        if (_audit.Check(cell) is not null)
        {
            return null;
        }
        return _found[cell] = _audit.Proof();

        WidthProof? Known(Dictionary<HiddenCell, WidthProof> proofs) =>
            proofs.TryGetValue(cell, out var proof) && proof.HoldsWith(_audit.Facts, family) ? proof : null;
    }

    /// <summary>What earlier compiles hid has to stay hidden, whatever is shown now.</summary>
    private void ProveSettled()
    {
        if (_isSettledProved)
        {
            return;
        }
        _isSettledProved = true;
        _audit.Facts = Facts;
        for (var family = 0; family < _settled.Length; family++)
        {
            foreach (var cell in BoundsAudit.HiddenIn(Facts, family).Where(cell => cell.Row < _settled[cell.Family]))
            {
                if (_audit.Check(cell) is null)
                {
                    Rely(cell, _audit.Proof());
                }
                else
                {
                    _blind.Add(cell);
                }
            }
        }
    }

    private void Rely(HiddenCell cell, WidthProof proof)
    {
        if (_proofs.GetValueOrDefault(cell) is { } before)
        {
            if (before == proof)
            {
                return;
            }
            foreach (var family in before.Families)
            {
                _relying[family].Remove(cell);
            }
        }
        foreach (var family in proof.Families)
        {
            _relying[family].Add(cell);
        }
        _proofs[cell] = proof;
    }
}
