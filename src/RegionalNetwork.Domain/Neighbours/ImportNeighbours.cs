using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Neighbours;

/// <summary>Takes in a model of statistical neighbours. The same again changes nothing; anything else is a new edition.</summary>
/// <param name="Sets">Councils by nine-character code, in any order.</param>
public sealed record ImportNeighbours(string Model, string Title, string Source, IReadOnlyList<NeighbourSet> Sets)
    : NeighbourCommand(Model)
{
    internal Decision<NeighbourEvent> Decide(NeighbourModel? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.ImportStatistics))
        {
            return CommonRefusals.NotPermitted("an operator or the national office");
        }

        var input = new InputCheck();
        input.Id(Model, "model");
        var title = input.Line(Title, Limits.TitleCharacters, "title");
        var source = input.Line(Source, Limits.LineCharacters, "source");
        CheckSets(input);
        if (input.Failed)
        {
            return Decision<NeighbourEvent>.Refused(input.Refusals);
        }

        NeighbourSet[] sets = [.. Sets.OrderBy(set => set.Council, StringComparer.Ordinal)];
        return existing is not null && IsSame(existing, title, source, sets)
            ? Decision<NeighbourEvent>.Unchanged
            : new NeighboursImported(Model, (existing?.Edition ?? 0) + 1, title, source, context.Now, sets);
    }

    private static bool IsSame(NeighbourModel existing, string title, string source, NeighbourSet[] sets) =>
        existing.Title == title
        && existing.Source == source
        && existing.Sets.Count == sets.Length
        && existing.Sets.Zip(sets).All(pair => pair.First.SameAs(pair.Second));

    private void CheckSets(InputCheck input)
    {
        input.Require(Sets.Count > 0, NeighbourRefusals.Empty());
        if (Sets.Count > Limits.CouncilsPerNeighbourModel)
        {
            input.Add(CommonRefusals.TooMany("councils", Limits.CouncilsPerNeighbourModel, "sets"));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in Sets)
        {
            input.Add(CouncilCodes.Fault(set.Council, "sets"));
            input.Require(seen.Add(set.Council), NeighbourRefusals.CouncilTwice(set.Council));
            CheckNeighbours(set, input);
        }
    }

    private static void CheckNeighbours(NeighbourSet set, InputCheck input)
    {
        if (set.Neighbours.Count is 0 or > Limits.NeighboursPerCouncil)
        {
            input.Add(NeighbourRefusals.Number(set.Council));
            return;
        }

        var distinct = set.Neighbours.Select(neighbour => neighbour.Council).Append(set.Council).Distinct().Count();
        input.Require(distinct == set.Neighbours.Count + 1, NeighbourRefusals.NeighbourTwice(set.Council));
        foreach (var neighbour in set.Neighbours)
        {
            input.Add(CouncilCodes.Fault(neighbour.Council, "sets", set.Council));
            input.OptionalLine(neighbour.Closeness, Limits.ClosenessCharacters, "sets", set.Council);
        }
    }
}
