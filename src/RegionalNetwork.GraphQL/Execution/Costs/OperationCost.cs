using System.Globalization;

namespace RegionalNetwork.GraphQL.Execution.Costs;

/// <summary>
/// What an operation can cost at most, found without running it.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-Static-Query-Analysis
/// </summary>
/// <param name="TypeCost">Weighted count of the values that it can return.</param>
/// <param name="FieldCost">Weighted count of the resolvers that it can run, with their arguments.</param>
public readonly record struct OperationCost(double TypeCost, double FieldCost)
{
    /// <summary>Both together: the units that limits and budgets count.</summary>
    public double Units => TypeCost + FieldCost;

    /// <summary>Lists in lists in lists can pass what a number shows; nobody needs the difference.</summary>
    private const double ShownMax = 1e15;

    public static OperationCost operator +(OperationCost a, OperationCost b) =>
        new(a.TypeCost + b.TypeCost, a.FieldCost + b.FieldCost);

    /// <summary>Of a list of so many.</summary>
    public static OperationCost operator *(double items, OperationCost cost) =>
        // An empty list of what cannot be counted is still empty.
        items == 0
            ? default
            : new OperationCost(items * cost.TypeCost, items * cost.FieldCost);

    public static OperationCost Max(OperationCost a, OperationCost b) =>
        new(Math.Max(a.TypeCost, b.TypeCost), Math.Max(a.FieldCost, b.FieldCost));

    /// <summary>A number as messages and JSON show it.</summary>
    internal static string Show(double units) =>
        Math.Min(units, ShownMax).ToString("0.##", CultureInfo.InvariantCulture);
}
