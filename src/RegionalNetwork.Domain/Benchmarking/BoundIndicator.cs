using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>A definition with its columns, and the slices that it is read at, found in one vintage.</summary>
internal sealed class BoundIndicator
{
    private readonly Vintage _vintage;
    private readonly int _numerator;
    private readonly int _denominator;
    private readonly int _published;
    private readonly PinnedSlices? _pinned;
    private readonly int[] _pinnedSlices;

    public BoundIndicator(IndicatorDefinition definition, Vintage vintage)
    {
        Definition = definition;
        _vintage = vintage;
        _numerator = IndexOf(definition.Numerator);
        _denominator = IndexOf(definition.Denominator);
        _published = IndexOf(definition.Published);
        _pinned = definition.IsPinned ? PinnedSlices.Find(definition, vintage) : null;
        _pinnedSlices = _pinned is null ? [] : [.. _pinned.All];
    }

    public IndicatorDefinition Definition { get; }

    /// <summary>How many rows of the file one figure is made of.</summary>
    public int RowsPerFigure => _pinned is null ? 1 : _pinnedSlices.Length;

    /// <summary>The rows that the figure of an area is made of, each -1 where there is none.</summary>
    /// <param name="slice">Of the vintage; ignored by an indicator that is read at fixed items.</param>
    /// <param name="rows">As long as <see cref="RowsPerFigure"/>.</param>
    public void FindRows(int period, int area, int slice, Span<int> rows)
    {
        if (_pinned is null)
        {
            rows[0] = _vintage.FindRow(period, area, slice);
            return;
        }

        for (var part = 0; part < rows.Length; part++)
        {
            rows[part] = _vintage.FindRow(period, area, _pinnedSlices[part]);
        }
    }

    /// <summary>Null where none of the rows is there.</summary>
    public IndicatorParts? PartsAt(ReadOnlySpan<int> rows)
    {
        if (!rows.ContainsAnyExcept(-1))
        {
            return null;
        }

        if (_pinned is null)
        {
            var row = rows[0];
            return new IndicatorParts(At(row, _numerator), At(row, _denominator), null, null, At(row, _published));
        }

        var published = At(rows[0], _published);
        return new IndicatorParts(
            Take(ref rows, _pinned.Numerator.Count, _numerator),
            Take(ref rows, _pinned.Denominator.Count, _denominator),
            Take(ref rows, _pinned.ReferenceNumerator.Count, _numerator),
            Take(ref rows, _pinned.ReferenceDenominator.Count, _denominator),
            published
        );
    }

    /// <summary>Null where there is no row.</summary>
    public IndicatorFigure? FigureAt(ReadOnlySpan<int> rows, int year)
    {
        if (PartsAt(rows) is not { } parts)
        {
            return null;
        }

        var derived = parts.Published is { Status: FigureStatus.Confidential } ? null : Derive(parts, year);
        return FigureOf(parts, derived, StatusOf(parts, derived));
    }

    /// <summary>Without anything derived. Null where there is no row.</summary>
    public IndicatorFigure? PublishedFigureAt(ReadOnlySpan<int> rows) =>
        PartsAt(rows) is { } parts ? FigureOf(parts, null, parts.Published?.Status ?? FigureStatus.NotAvailable) : null;

    private static IndicatorFigure FigureOf(in IndicatorParts parts, double? derived, FigureStatus status) =>
        new(parts.Numerator, parts.Denominator, derived, parts.Published, status)
        {
            ReferenceNumerator = parts.ReferenceNumerator,
            ReferenceDenominator = parts.ReferenceDenominator,
        };

    private double? Derive(in IndicatorParts parts, int year)
    {
        if (
            !Definition.HasDenominator
            || parts.Numerator is not { IsNumber: true } n
            || parts.Denominator is not { IsNumber: true } d
        )
        {
            return null;
        }

        if (!Definition.ComparesGroups)
        {
            return Definition.Quotient((decimal)n.Value, (decimal)d.Value, year);
        }

        return parts.ReferenceNumerator is { IsNumber: true } rn && parts.ReferenceDenominator is { IsNumber: true } rd
            ? IndicatorDefinition.Ratio((decimal)n.Value, (decimal)d.Value, (decimal)rn.Value, (decimal)rd.Value)
            : null;
    }

    private static FigureStatus StatusOf(in IndicatorParts parts, double? derived)
    {
        // The publisher's word on its own value stands, also where the parts would give a number: u means that they mislead.
        if (parts.Published is { } value)
        {
            return value.Status;
        }

        if (derived is not null)
        {
            return FigureStatus.Value;
        }

        // All parts being numbers, there is nothing to divide by.
        return SymbolOf(parts.Numerator)
            ?? SymbolOf(parts.Denominator)
            ?? SymbolOf(parts.ReferenceNumerator)
            ?? SymbolOf(parts.ReferenceDenominator)
            ?? FigureStatus.NotApplicable;
    }

    private static FigureStatus? SymbolOf(Figure? part) => part is { IsNumber: false } symbol ? symbol.Status : null;

    private Figure? Take(ref ReadOnlySpan<int> rows, int count, int column)
    {
        if (count == 0)
        {
            return null;
        }

        var cells = new Figure?[count];
        for (var index = 0; index < count; index++)
        {
            cells[index] = At(rows[index], column);
        }

        rows = rows[count..];
        return IndicatorParts.Sum(cells);
    }

    private int IndexOf(string? column) => column is null ? -1 : _vintage.FindIndicator(column);

    private Figure? At(int row, int column) => row < 0 || column < 0 ? null : _vintage.FigureAt(row, column);
}
