using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>A definition with its columns found in one vintage.</summary>
internal sealed class BoundIndicator
{
    private readonly Vintage _vintage;
    private readonly int _numerator;
    private readonly int _denominator;
    private readonly int _published;

    public BoundIndicator(IndicatorDefinition definition, Vintage vintage)
    {
        Definition = definition;
        _vintage = vintage;
        _numerator = IndexOf(definition.Numerator);
        _denominator = IndexOf(definition.Denominator);
        _published = IndexOf(definition.Published);
    }

    public IndicatorDefinition Definition { get; }

    public Figure? NumeratorAt(int row) => At(row, _numerator);

    public Figure? DenominatorAt(int row) => At(row, _denominator);

    public Figure? PublishedAt(int row) => At(row, _published);

    /// <summary>Null where the row is -1.</summary>
    public IndicatorFigure? FigureAt(int row, int year)
    {
        if (row < 0)
        {
            return null;
        }
        var (numerator, denominator, published) = (NumeratorAt(row), DenominatorAt(row), PublishedAt(row));
        var derived = Definition.IsRate ? Derive(numerator, denominator, published, year) : null;
        var status = StatusOf(numerator, denominator, published, derived);
        return new IndicatorFigure(numerator, denominator, derived, published, status);
    }

    /// <summary>Without anything derived. Null where the row is -1.</summary>
    public IndicatorFigure? PublishedFigureAt(int row)
    {
        if (row < 0)
        {
            return null;
        }
        var published = PublishedAt(row);
        var status = published?.Status ?? FigureStatus.NotAvailable;
        return new IndicatorFigure(NumeratorAt(row), DenominatorAt(row), null, published, status);
    }

    private double? Derive(Figure? numerator, Figure? denominator, Figure? published, int year)
    {
        if (published is { Status: FigureStatus.Confidential })
        {
            return null;
        }
        if (numerator is not { IsNumber: true } n || denominator is not { IsNumber: true } d)
        {
            return null;
        }
        var divisor = Definition.Divisor((decimal)n.Value, (decimal)d.Value, year);
        return divisor == 0 ? null : (double)((decimal)n.Value / divisor * Definition.Scale);
    }

    private static FigureStatus StatusOf(Figure? numerator, Figure? denominator, Figure? published, double? derived)
    {
        // The publisher's word on its own value stands, also where the parts would give a number: u means that they mislead.
        if (published is { } value)
        {
            return value.Status;
        }
        if (derived is not null)
        {
            return FigureStatus.Value;
        }
        if (numerator is { IsNumber: false } n)
        {
            return n.Status;
        }
        // Both parts are numbers, and there is nothing to divide by.
        return denominator is { IsNumber: false } d ? d.Status : FigureStatus.NotApplicable;
    }

    private int IndexOf(string? column) => column is null ? -1 : _vintage.FindIndicator(column);

    private Figure? At(int row, int column) => column < 0 ? null : _vintage.FigureAt(row, column);
}
