namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// Rows in atoms: two rows are in the same one when every published sum has both or neither. A sum that joins splits atoms; only
/// the parts are solved anew.
/// </summary>
internal sealed class Partition
{
    private readonly AtomSolver _solver;
    private List<Atom> _atoms;

    /// <param name="rows">Complete rows; they start in one atom, in no sum.</param>
    public Partition(WorkTable table, int[] rows, IEnumerable<bool[]> published)
    {
        _solver = new AtomSolver(table);
        _atoms = [new Atom(rows, false, [])];
        foreach (var members in published)
        {
            _atoms = Split(members);
        }
        foreach (var atom in _atoms)
        {
            IsSafe &= Solve(atom);
        }
    }

    /// <summary>False if what was published before cannot be made safe in this form.</summary>
    public bool IsSafe { get; } = true;

    /// <summary>Publishes a sum if every atom that it makes can be made safe.</summary>
    /// <param name="members">Whether each row is in the sum.</param>
    public bool TryPublish(bool[] members)
    {
        var atoms = Split(members);
        foreach (var atom in atoms)
        {
            if (atom.Masks is null && !Solve(atom))
            {
                return false;
            }
        }
        _atoms = atoms;
        return true;
    }

    /// <summary>Calls with each row and what its atom's solution hides of it.</summary>
    public void ForEachRow(Action<int, uint> take)
    {
        foreach (var atom in _atoms)
        {
            for (var index = 0; index < atom.Rows.Length; index++)
            {
                take(atom.Rows[index], atom.Masks![index]);
            }
        }
    }

    private bool Solve(Atom atom) => (atom.Masks = _solver.Solve(atom.Rows, atom.IsInSums)) is not null;

    /// <summary>Atoms that stay as they are keep their solution, the parts of others have none yet.</summary>
    private List<Atom> Split(bool[] members)
    {
        var atoms = new List<Atom>(_atoms.Count + 1);
        foreach (var atom in _atoms)
        {
            var inside = Array.FindAll(atom.Rows, row => members[row]);
            if (inside.Length == 0 || (inside.Length == atom.Rows.Length && atom.IsInSums))
            {
                atoms.Add(atom);
                continue;
            }
            atoms.Add(new Atom(inside, true, null));
            if (inside.Length < atom.Rows.Length)
            {
                atoms.Add(new Atom(Array.FindAll(atom.Rows, row => !members[row]), atom.IsInSums, null));
            }
        }
        return atoms;
    }

    private sealed class Atom(int[] rows, bool isInSums, uint[]? masks)
    {
        public int[] Rows => rows;

        public bool IsInSums => isInSums;

        /// <summary>What each row hides; null before it is solved.</summary>
        public uint[]? Masks { get; set; } = masks;
    }
}
