using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// Which returns an indicator's sums are of: those that have all of its parts (paired exclusion). Indicators with the same set share
/// it, under the name of the first one, so that numerators and denominators are added up over the same councils.
/// </summary>
internal sealed class PairedSets
{
    private readonly CollectionModel _model;
    private readonly IReadOnlyList<IncludedReturn> _included;
    private readonly string[][] _suffixes;
    private readonly Dictionary<string, bool[]> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<ReturnCell, bool[]> _having = [];

    public PairedSets(CollectionModel model, IReadOnlyList<IncludedReturn> included)
    {
        (_model, _included) = (model, included);
        var everybody = Enumerable.Repeat(true, included.Count).ToArray();
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [KeyOf(everybody)] = "" };
        _sets.Add("", everybody);
        _suffixes = new string[model.Indicators.Count][];
        for (var indicator = 0; indicator < _suffixes.Length; indicator++)
        {
            var shape = model.Indicators[indicator];
            _suffixes[indicator] = new string[shape.Parts.Count];
            for (var slice = 0; slice < shape.Parts.Count; slice++)
            {
                var set = SetOf(shape.Parts[slice]);
                var key = KeyOf(set);
                if (!names.TryGetValue(key, out var name))
                {
                    name = $"|{shape.Definition.Code}|{slice}";
                    names.Add(key, name);
                    _sets.Add(name, set);
                }

                _suffixes[indicator][slice] = name;
            }
        }
    }

    /// <summary>
    /// Of the next round. Where the same councils have numbers in the same cells, which is nearly always, these sets are its sets too,
    /// and only what was returned anew is looked at.
    /// </summary>
    public PairedSets Next(IReadOnlyList<IncludedReturn> included)
    {
        var isSame = included.Count == _included.Count;
        for (var place = 0; place < included.Count && isSame; place++)
        {
            isSame =
                ReferenceEquals(included[place], _included[place])
                || (included[place].UnitKey == _included[place].UnitKey && HasTheSame(place, included[place]));
        }

        return isSame ? this : new PairedSets(_model, included);
    }

    /// <summary>The end of the code of the indicator's lines; empty where every return has its parts.</summary>
    public string SuffixOf(int indicator, int slice) => _suffixes[indicator][slice];

    /// <summary>The sets that some indicator made of the family needs, the most usual first.</summary>
    public IReadOnlyList<PairedSet> Of(FieldFamily family)
    {
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var indicator = 0; indicator < _suffixes.Length; indicator++)
        {
            var parts = _model.Indicators[indicator].Parts;
            for (var slice = 0; slice < parts.Count; slice++)
            {
                if (parts[slice].Any(part => Uses(family, part)))
                {
                    var name = _suffixes[indicator][slice];
                    wanted[name] = wanted.GetValueOrDefault(name) + 1;
                }
            }
        }

        return
        [
            .. wanted
                .OrderByDescending(each => each.Value)
                .ThenBy(each => each.Key, StringComparer.Ordinal)
                .Take(Limits.PairedSetsPerFamily)
                .Select(each => new PairedSet(each.Key, _sets[each.Key])),
        ];
    }

    private bool Uses(FieldFamily family, FigurePart part) =>
        _model.ColumnOf(part.Numerator)?.Family == family
        || (part.Denominator is { } denominator && _model.ColumnOf(denominator)?.Family == family);

    private bool[] SetOf(FigurePart[] parts)
    {
        var set = Enumerable.Repeat(true, _included.Count).ToArray();
        foreach (var part in parts)
        {
            Narrow(set, HasIt(part.Numerator));
            if (part.Denominator is { } denominator)
            {
                Narrow(set, HasIt(denominator));
            }
        }

        return set;
    }

    private static void Narrow(bool[] set, bool[] by)
    {
        for (var index = 0; index < set.Length; index++)
        {
            set[index] &= by[index];
        }
    }

    private bool HasTheSame(int place, IncludedReturn one)
    {
        var (figures, layout) = (one.Figures, one.Figures.Layout);
        foreach (var (cell, having) in _having)
        {
            if (having[place] != Has(figures, layout.IndexOfItem(cell.Row), layout.IndexOfField(cell.Field)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(ReturnFigures figures, int row, int column) =>
        row >= 0 && column >= 0 && figures[row, column].Summand is not null;

    /// <summary>Who has a number in the cell, found once: many indicators divide by the same.</summary>
    private bool[] HasIt(ReturnCell cell)
    {
        if (_having.TryGetValue(cell, out var known))
        {
            return known;
        }

        var having = new bool[_included.Count];
        ReturnLayout? layout = null;
        var (row, column) = (-1, -1);
        for (var index = 0; index < having.Length; index++)
        {
            var figures = _included[index].Figures;
            if (!ReferenceEquals(figures.Layout, layout))
            {
                // Nearly all returns of a round share theirs.
                layout = figures.Layout;
                (row, column) = (layout.IndexOfItem(cell.Row), layout.IndexOfField(cell.Field));
            }

            having[index] = Has(figures, row, column);
        }

        _having.Add(cell, having);
        return having;
    }

    private static string KeyOf(bool[] set) =>
        string.Create(
            set.Length,
            set,
            (text, from) =>
            {
                for (var index = 0; index < text.Length; index++)
                {
                    text[index] = from[index] ? '1' : '0';
                }
            }
        );
}

/// <param name="Suffix">What the codes of its lines end with.</param>
/// <param name="Has">By place in the round.</param>
internal sealed record PairedSet(string Suffix, bool[] Has);
