using System.Collections.Concurrent;
using System.Collections.Frozen;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// What one compiled round lets out, and to whom it could: every ledger follows from the rounds so far and the memberships of their
/// days, and is made when it is first asked for. Safe for any number of readers: two that ask first make the same.
/// </summary>
internal sealed class RoundFigures
{
    private readonly RoundFigures? _before;

    /// <summary>By group of families.</summary>
    private readonly Lazy<IReadOnlyList<DisclosureLedger>>[] _ledgers;

    private readonly ConcurrentDictionary<(int Indicator, int Slice), MaskedFigures> _masked = new();
    private readonly Lazy<PeriodUnits> _units;
    private readonly Lazy<FrozenDictionary<string, int>> _expected;
    private readonly Lazy<PairedSets> _pairs;
    private readonly Lazy<RoundAreas> _areas;
    private readonly Lazy<AreaSums> _sums;

    /// <param name="before">The round before of the same collection and period; null for the first.</param>
    /// <param name="earlier">The last round of the period before; null where there is none.</param>
    /// <param name="networks">As they were when the round was compiled.</param>
    public RoundFigures(
        CollectionModel model,
        CompiledRound round,
        ReturnPeriod period,
        NetworkDirectory networks,
        RoundFigures? before,
        RoundFigures? earlier
    )
    {
        (Model, Round, Period, _before) = (model, round, period, before);
        Included = [.. round.Included.Values];
        _ledgers =
        [
            .. model.Links.All.Select(linked => new Lazy<IReadOnlyList<DisclosureLedger>>(() =>
                DisclosureLedger.CompileTogether(linked.Group, [.. linked.Families.Select(ToCompile)])
            )),
        ];
        _units = new(() => ReturnUnits.Of(period, Included));
        _expected = new(() => ReturnUnits.CountByArea(Units));
        _pairs = new(() => before?._pairs.Value.Next(Included) ?? new PairedSets(model, Included));
        _areas = new(() =>
            new RoundAreas(Included, IsAddedUpHere, period.ReferenceDate, networks, earlier?._areas.Value)
        );
        _sums = new(() => new AreaSums(this));
    }

    public CollectionModel Model { get; }

    public CompiledRound Round { get; }

    public ReturnPeriod Period { get; }

    /// <summary>In order of the unit's key. An area index of <see cref="Units"/> is a place here.</summary>
    public IReadOnlyList<IncludedReturn> Included { get; }

    public PeriodUnits Units => _units.Value;

    /// <summary>How many units should return in England, a region or a part of London; 0 for anything else.</summary>
    public int ExpectedIn(string area) => _expected.Value.GetValueOrDefault(area);

    /// <summary>The indicator's figures of each included return, and which of them others may see.</summary>
    public MaskedFigures Figures(int indicator, int slice) =>
        _masked.TryGetValue((indicator, slice), out var known)
            ? known
            : _masked.GetOrAdd((indicator, slice), new MaskedFigures(this, Model.Indicators[indicator], slice));

    public DisclosureLedger Ledger(FieldFamily family)
    {
        var linked = Model.Links.Of(family);
        return _ledgers[linked.Index].Value[linked.PlaceOf(family)];
    }

    /// <summary>Makes every ledger that is not made yet, so that nobody has to wait for it.</summary>
    public void Prepare(CancellationToken cancellation)
    {
        foreach (var ledgers in _ledgers)
        {
            cancellation.ThrowIfCancellationRequested();
            _ = ledgers.Value;
        }
    }

    /// <summary>Whether disclosure control of sums is this node's: not where the hub of a region sends its own.</summary>
    public bool IsAddedUpHere(IncludedReturn one) =>
        Round.Sums.Count == 0
        || !one.Councils.Any(council =>
            CouncilRegister.England.Find(council) is { } known && Round.Sums.ContainsKey(known.RegionCode)
        );

    /// <summary>The indicator added up over England, a region or a network; null where that is not let out.</summary>
    public AreaSum? SumOf(string area, int indicator, int slice) => _sums.Value.Of(area, indicator, slice);

    /// <summary>Whether others than its own council are shown the cell of a return.</summary>
    /// <param name="column">Of the cell, in <see cref="Model"/>.</param>
    public bool Shows(IncludedReturn one, ReturnCell cell, FamilyColumn? column)
    {
        if (one.Figures.Find(cell.Row, cell.Field) is not { Status: FigureStatus.Value } figure)
        {
            // The reason why there is none tells nothing of anybody.
            return true;
        }

        return column is not null
            && (
                figure.Summand is null ? SaysEnough(figure) : Ledger(column.Family).IsShown(one.UnitKey, column.Column)
            );
    }

    /// <summary>A figure that is stated loosely is no number for the ledger: it is shown where it can be no small one.</summary>
    private static bool SaysEnough(ReturnFigure figure) =>
        figure.Qualifier is StatedQualifier.Over or StatedQualifier.AtLeast
        && figure.Value >= DisclosureRules.BaseMinPeople;

    /// <summary>The lines of the cells over one area, all of the same returns; null where they were not published.</summary>
    public PublishedLine[]? Lines(string area, int indicator, int slice, IReadOnlyList<FamilyColumn> columns)
    {
        var own = _pairs.Value.SuffixOf(indicator, slice);
        return Lines(area + own, columns) ?? (own.Length == 0 ? null : Lines(area, columns));
    }

    private PublishedLine[]? Lines(string code, IReadOnlyList<FamilyColumn> columns)
    {
        var lines = new PublishedLine[columns.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            var (family, column) = (columns[index].Family, columns[index].Column);
            if (
                Ledger(family).Line(code) is not { } line
                || line.Sums[column] is null
                || (index > 0 && !IsOfTheSame(line, lines[0]))
            )
            {
                return null;
            }

            lines[index] = line;
        }

        return lines;
    }

    private static bool IsOfTheSame(PublishedLine one, PublishedLine other) =>
        one.UnitKeys.AsSpan().SequenceEqual(other.UnitKeys.AsSpan())
        && one.Versions.AsSpan().SequenceEqual(other.Versions.AsSpan());

    private FamilyToCompile ToCompile(FieldFamily family)
    {
        var rows = new FamilyRow[Included.Count];
        for (var index = 0; index < rows.Length; index++)
        {
            var one = Included[index];
            rows[index] = family.RowOf(one.UnitKey, one.Vintage, one.Figures);
        }

        return new FamilyToCompile(
            _before?.Ledger(family) ?? DisclosureLedger.Empty,
            new FamilyTable(family.Rules, rows),
            family.AddsUp ? _areas.Value.Candidates(_pairs.Value.Of(family)) : []
        );
    }
}
