using Google.OrTools.LinearSolver;
using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>
/// Somebody with everything that was ever shown, the rows of one council or of none, and a linear programme: least and greatest
/// value of a hidden cell, exactly. Cells are not negative, columns add up, and what bounds another does; nothing else is taken for
/// granted.
/// </summary>
internal sealed class LinearAttack : IDisposable
{
    /// <summary>Above every sum of the tests. A bound keeps the solver from taking unbounded programmes for infeasible ones.</summary>
    private const double Greatest = 1e6;

    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Dictionary<(Knowledge Of, FamilyRow Row, int Column), Variable> _unknown = [];

    /// <param name="insider">The council whose rows the attacker has, or null.</param>
    public LinearAttack(Knowledge knowledge, string? insider)
        : this([knowledge], [], insider) { }

    /// <param name="families">What is known of each family of a group.</param>
    public LinearAttack(IReadOnlyList<Knowledge> families, IReadOnlyList<CellBound> bounds, string? insider)
    {
        foreach (var knowledge in families)
        {
            foreach (var row in knowledge.Rows)
            {
                for (var column = 0; column < knowledge.Family.Columns.Count; column++)
                {
                    if (!row.Shown[column] && row.Row.Unit != insider)
                    {
                        _unknown.Add((knowledge, row.Row, column), _solver.MakeNumVar(0, Greatest, ""));
                    }
                }
                AddRelations(knowledge, row.Row);
            }
            foreach (var line in knowledge.Lines)
            {
                Add(knowledge, line);
            }
        }
        foreach (var (part, whole) in bounds)
        {
            AddBound(families[part.Family], part.Column, families[whole.Family], whole.Column);
        }
    }

    public int Solved { get; private set; }

    public double Width(Knowledge knowledge, KnownRow row, int column)
    {
        var target = _unknown[(knowledge, row.Row, column)];
        _solver.Minimize(target);
        var least = Optimum();
        _solver.Maximize(target);
        return Optimum() - least;
    }

    public void Dispose() => _solver.Dispose();

    private double Optimum()
    {
        Solved++;
        var status = _solver.Solve();
        return status switch
        {
            Solver.ResultStatus.OPTIMAL => _solver.Objective().Value(),
            Solver.ResultStatus.UNBOUNDED => double.PositiveInfinity,
            _ => throw new InvalidOperationException(
                $"The figures themselves solve the programme, and it says {status}."
            ),
        };
    }

    private void Add(Knowledge knowledge, PublishedLine line)
    {
        for (var column = 0; column < line.Sums.Length; column++)
        {
            if (line.Sums[column] is { } sum)
            {
                var members = line.UnitKeys.Zip(line.Versions, knowledge.Find);
                Add(members.Select(member => (knowledge, member.Row, column, 1.0)), sum, sum);
            }
        }
    }

    private void AddRelations(Knowledge knowledge, FamilyRow row)
    {
        var last = knowledge.Family.Columns.Count - 1;
        if (knowledge.Family.Relation == SumRelation.Total)
        {
            var groups = Enumerable.Range(0, last).Select(column => (knowledge, row, column, 1.0));
            Add([.. groups, (knowledge, row, last, -1.0)], 0, 0);
        }
        else if (knowledge.Family.Relation == SumRelation.Several)
        {
            Add([(knowledge, row, 0, 1.0), (knowledge, row, 1, 1.0), (knowledge, row, last, -1.0)], 0, 0);
            Add([(knowledge, row, 2, 1.0), (knowledge, row, 3, 1.0), (knowledge, row, last, -1.0)], 0, 0);
        }
    }

    private void AddBound(Knowledge parts, int part, Knowledge wholes, int whole)
    {
        foreach (var row in parts.Rows)
        {
            var bound = wholes.Find(row.Row.Unit, row.Row.Version);
            if (row.Row.Cells[part] is not null && bound.Row.Cells[whole] is not null)
            {
                Add([(parts, row.Row, part, 1.0), (wholes, bound.Row, whole, -1.0)], double.NegativeInfinity, 0);
            }
        }
    }

    private void Add(
        IEnumerable<(Knowledge Of, FamilyRow Row, int Column, double Sign)> terms,
        double least,
        double most
    )
    {
        var (known, unknown) = (0.0, new List<(Variable Variable, double Sign)>());
        foreach (var (of, row, column, sign) in terms)
        {
            if (_unknown.TryGetValue((of, row, column), out var variable))
            {
                unknown.Add((variable, sign));
            }
            else
            {
                known += sign * row.Cells[column] ?? 0;
            }
        }
        if (unknown.Count == 0)
        {
            return;
        }
        var constraint = _solver.MakeConstraint(least - known, most - known);
        foreach (var (variable, sign) in unknown)
        {
            constraint.SetCoefficient(variable, sign);
        }
    }
}
