using Google.OrTools.LinearSolver;
using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>
/// Somebody with everything that was ever shown, the rows of one council or of none, and a linear programme: least and greatest
/// value of a hidden cell, exactly. Cells are not negative and columns add up; nothing else is taken for granted.
/// </summary>
internal sealed class LinearAttack : IDisposable
{
    /// <summary>Above every sum of the tests. A bound keeps the solver from taking unbounded programmes for infeasible ones.</summary>
    private const double Greatest = 1e6;

    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Dictionary<(FamilyRow Row, int Column), Variable> _unknown = [];
    private readonly Knowledge _knowledge;

    /// <param name="insider">The council whose rows the attacker has, or null.</param>
    public LinearAttack(Knowledge knowledge, string? insider)
    {
        _knowledge = knowledge;
        foreach (var row in knowledge.Rows)
        {
            for (var column = 0; column < knowledge.Family.Columns.Count; column++)
            {
                if (!row.Shown[column] && row.Row.Unit != insider)
                {
                    _unknown.Add((row.Row, column), _solver.MakeNumVar(0, Greatest, ""));
                }
            }
            AddRelations(row.Row);
        }
        foreach (var line in knowledge.Lines)
        {
            Add(line);
        }
    }

    public int Solved { get; private set; }

    public double Width(KnownRow row, int column)
    {
        var target = _unknown[(row.Row, column)];
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

    private void Add(PublishedLine line)
    {
        for (var column = 0; column < line.Sums.Length; column++)
        {
            if (line.Sums[column] is { } sum)
            {
                var members = line.UnitKeys.Zip(line.Versions, _knowledge.Find);
                Add(members.Select(member => (member.Row, column, 1.0)), sum);
            }
        }
    }

    private void AddRelations(FamilyRow row)
    {
        var last = _knowledge.Family.Columns.Count - 1;
        if (_knowledge.Family.Relation == SumRelation.Total)
        {
            Add([.. Enumerable.Range(0, last).Select(column => (row, column, 1.0)), (row, last, -1.0)], 0);
        }
        else if (_knowledge.Family.Relation == SumRelation.Several)
        {
            Add([(row, 0, 1.0), (row, 1, 1.0), (row, last, -1.0)], 0);
            Add([(row, 2, 1.0), (row, 3, 1.0), (row, last, -1.0)], 0);
        }
    }

    private void Add(IEnumerable<(FamilyRow Row, int Column, double Sign)> terms, double sum)
    {
        var (known, unknown) = (0.0, new List<(Variable Variable, double Sign)>());
        foreach (var (row, column, sign) in terms)
        {
            if (_unknown.TryGetValue((row, column), out var variable))
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
        var constraint = _solver.MakeConstraint(sum - known, sum - known);
        foreach (var (variable, sign) in unknown)
        {
            constraint.SetCoefficient(variable, sign);
        }
    }
}
