namespace RegionalNetwork.Domain.Disclosure;

/// <summary>A row that was compiled. What it hides and shows is settled for ever: what was shown cannot be taken back, and what
/// was hidden stays so (D15).</summary>
/// <param name="Values">Every cell; NaN where nothing was submitted.</param>
/// <param name="Hidden">Columns, as bits.</param>
/// <param name="People">The base of the counts.</param>
internal sealed record LedgerRow(string Unit, int Version, double[] Values, uint Hidden, double People)
{
    /// <summary>Columns, as bits, that must be nought because of what is shown of other families: they are no secret.</summary>
    public uint Given { get; init; }

    public bool Shows(int column) => ((Hidden & ~Given) & (1u << column)) == 0 && !double.IsNaN(Values[column]);

    public bool IsComplete { get; } = !Values.Any(double.IsNaN);

    /// <summary>By the rules; what is <see cref="Given"/> may be shown all the same.</summary>
    public bool Hides(int column) => (Hidden & (1u << column)) != 0;
}
