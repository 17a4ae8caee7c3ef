using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Neighbours;

/// <summary>What a neighbour model's grain knows: nothing before the first import.</summary>
public sealed record NeighbourState(NeighbourModel? Model)
{
    public static NeighbourState Initial { get; } = new((NeighbourModel?)null);
}

/// <summary>A command to a neighbour model's grain, whose key is the model's version.</summary>
public abstract record NeighbourCommand(string Model);

/// <summary>The neighbour model grain.</summary>
public static class NeighbourDecider
{
    public static Decision<NeighbourEvent> Decide(
        NeighbourState state,
        NeighbourCommand command,
        CommandContext context
    ) =>
        command switch
        {
            ImportNeighbours import => import.Decide(state.Model, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static NeighbourState Evolve(NeighbourState state, NeighbourEvent happened) => new(Apply(happened));

    internal static NeighbourModel Apply(NeighbourEvent happened) =>
        happened switch
        {
            NeighboursImported imported => new NeighbourModel(
                imported.Model,
                imported.Edition,
                imported.Title,
                imported.Source,
                imported.ImportedAt,
                imported.Sets
            ),
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };
}
