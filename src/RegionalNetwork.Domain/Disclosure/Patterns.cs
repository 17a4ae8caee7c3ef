namespace RegionalNetwork.Domain.Disclosure;

/// <summary>One cell of one family that changes, and by how much for each unit of the change that is looked for.</summary>
internal readonly record struct CellChange(int Row, int Column, double Change);

/// <param name="Row">Whose cells are looked at.</param>
/// <param name="Partner">Who makes up for it.</param>
/// <param name="Giver">The one of the two whose row is divided.</param>
/// <param name="Share">Of the giver's row, which <paramref name="Row"/> gains.</param>
internal readonly record struct RowShare(int Row, int Partner, int Giver, double Share);

/// <summary>Ways in which a hidden cell can be another one while every sum of its own family that was shown stays as it is.</summary>
/// <remarks>
/// A row whose cells add up to a total needs a second cell that makes up for the first; a cell that is in sums needs another row of
/// the same sums that makes up for it. So at most two rows with two cells each change; where cells add up in several ways, a share of
/// the whole row moves.
/// </remarks>
internal sealed class Patterns(PossibleWorld world)
{
    private readonly List<CellChange> _cells = [];

    /// <summary>The cells of the pattern that was found last; the one that is looked for comes first.</summary>
    public IReadOnlyList<CellChange> Cells => _cells;

    /// <summary>Where the pattern is a share of a whole row: which share of whose, for each unit of the change.</summary>
    public RowShare? Share { get; private set; }

    /// <summary>Goes through the patterns that may lead further from where the world is; each time <see cref="Cells"/> has one.</summary>
    /// <param name="sign">1 for more in the cell, -1 for less.</param>
    /// <param name="insider">Place of a unit whose rows are known, or <see cref="AuditFacts.Nobody"/>.</param>
    /// <returns>True, as often as there is one.</returns>
    public IEnumerable<bool> Of(int family, int row, int column, double sign, int insider)
    {
        if (world.IsStuck(family, row, column, sign))
        {
            return [];
        }
        return world.Facts.Families[family].Family.Relation switch
        {
            SumRelation.None => OfColumn(family, row, column, sign, insider),
            SumRelation.Several => OfWholeRow(family, row, column, sign, insider),
            _ => OfBreakdown(family, row, column, sign, insider),
        };
    }

    private IEnumerable<bool> OfColumn(int family, int row, int column, double sign, int insider)
    {
        var own = world.Facts.Families[family];
        if (own.IsFree(row, column))
        {
            Set(new CellChange(row, column, sign));
            yield return true;
            yield break;
        }
        foreach (var partner in own.PeersOf(row))
        {
            if (own.UnitOf[partner] != insider && AreExchangeable(family, row, partner, column, sign))
            {
                Set(new CellChange(row, column, sign), new CellChange(partner, column, -sign));
                yield return true;
            }
        }
    }

    private IEnumerable<bool> OfBreakdown(int family, int row, int column, double sign, int insider)
    {
        var own = world.Facts.Families[family];
        var isFree = own.IsFree(row, column);
        for (var other = 0; other < own.Columns && isFree; other++)
        {
            if (other != column && own.IsFree(row, other) && world.Facts.CanMove(family, row, other))
            {
                Set(new CellChange(row, column, sign), new CellChange(row, other, Balance(own, column, other, sign)));
                yield return true;
            }
        }
        foreach (var partner in own.PeersOf(row))
        {
            if (own.UnitOf[partner] == insider || (!isFree && !AreExchangeable(family, row, partner, column, sign)))
            {
                continue;
            }
            for (var other = 0; other < own.Columns; other++)
            {
                var change = Balance(own, column, other, sign);
                if (other == column || !CanChange(family, row, other, change))
                {
                    continue;
                }
                var isOtherFree = own.IsFree(row, other);
                if (isFree == isOtherFree)
                {
                    if (!isFree && AreExchangeable(family, row, partner, other, change))
                    {
                        Set(
                            new CellChange(row, column, sign),
                            new CellChange(row, other, change),
                            new CellChange(partner, column, -sign),
                            new CellChange(partner, other, -change)
                        );
                        yield return true;
                    }
                    continue;
                }
                if (isFree && !AreExchangeable(family, row, partner, other, change))
                {
                    continue;
                }
                var (taken, amount) = isFree ? (other, -change) : (column, -sign);
                for (var filler = 0; filler < own.Columns; filler++)
                {
                    var balance = Balance(own, taken, filler, amount);
                    if (filler != taken && own.IsFree(partner, filler) && CanChange(family, partner, filler, balance))
                    {
                        Set(
                            new CellChange(row, column, sign),
                            new CellChange(row, other, change),
                            new CellChange(partner, taken, amount),
                            new CellChange(partner, filler, balance)
                        );
                        yield return true;
                    }
                }
            }
        }
        foreach (var found in OfWholeRow(family, row, column, sign, insider))
        {
            yield return found;
        }
    }

    /// <summary>A share of one row moves to the other, whatever its columns add up to.</summary>
    private IEnumerable<bool> OfWholeRow(int family, int row, int column, double sign, int insider)
    {
        var own = world.Facts.Families[family];
        if (own.Family.Relation == SumRelation.Several && own.IsFreeRow(row))
        {
            // Of a row of which nothing was ever shown everything can be otherwise, in whatever way it adds up.
            Set(new CellChange(row, column, sign));
            yield return true;
            yield break;
        }
        foreach (var partner in own.PeersOf(row))
        {
            if (own.UnitOf[partner] != insider && CanSwapRows(family, row, partner))
            {
                SetWhole(own, column, sign, row, partner);
                if (_cells.Count > 0)
                {
                    yield return true;
                }
            }
        }
    }

    /// <summary>Whether the partner can lose in the column what the row gains, or the other way round.</summary>
    private bool AreExchangeable(int family, int row, int partner, int column, double change) =>
        CanChange(family, partner, column, -change)
        && !world.Facts.Families[family].IsFree(row, column)
        && world.Facts.Families[family].AreTogether(row, partner, column);

    private bool CanChange(int family, int row, int column, double change) =>
        world.Facts.CanMove(family, row, column) && !world.IsStuck(family, row, column, change);

    /// <summary>What the second cell changes so that the row still adds up.</summary>
    private static double Balance(AuditFacts own, int column, int other, double change) =>
        column == own.Groups || other == own.Groups ? change : -change;

    private bool CanSwapRows(int family, int row, int partner)
    {
        var own = world.Facts.Families[family];
        for (var column = 0; column < own.Columns; column++)
        {
            var isHidden = own.Rows[row].Hides(column) && own.Rows[partner].Hides(column);
            var isNothing = own.Rows[row].Values[column] == 0 && own.Rows[partner].Values[column] == 0;
            if (!(isHidden || isNothing) || !own.AreTogether(row, partner, column))
            {
                return false;
            }
        }
        return true;
    }

    private void SetWhole(AuditFacts own, int column, double sign, int row, int partner)
    {
        _cells.Clear();
        var giver = sign > 0 ? partner : row;
        var given = own.Rows[giver].Values;
        if (!(given[column] > 0))
        {
            return;
        }
        Share = new RowShare(row, partner, giver, sign / given[column]);
        Add(column);
        for (var other = 0; other < own.Columns; other++)
        {
            if (other != column && given[other] > 0)
            {
                Add(other);
            }
        }

        void Add(int each)
        {
            var change = sign * given[each] / given[column];
            _cells.Add(new CellChange(row, each, change));
            _cells.Add(new CellChange(partner, each, -change));
        }
    }

    private void Set(params ReadOnlySpan<CellChange> cells)
    {
        Share = null;
        _cells.Clear();
        _cells.AddRange(cells);
    }
}
