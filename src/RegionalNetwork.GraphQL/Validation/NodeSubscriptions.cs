using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>Which rule wants to see which kind of node. Rules are called in the order in which they subscribed.</summary>
internal sealed class NodeSubscriptions
{
    private readonly Dictionary<Type, List<Action<Node>>> _entering = [];
    private readonly Dictionary<Type, List<Action<Node>>> _leaving = [];

    /// <summary>Calls <paramref name="check"/> before the children of each such node are visited.</summary>
    public void Enter<TNode>(Action<TNode> check)
        where TNode : Node => Add(_entering, check);

    /// <summary>Calls <paramref name="check"/> after the children of each such node were visited.</summary>
    public void Leave<TNode>(Action<TNode> check)
        where TNode : Node => Add(_leaving, check);

    public void Entering(Node node) => Call(_entering, node);

    public void Leaving(Node node) => Call(_leaving, node);

    private static void Add<TNode>(Dictionary<Type, List<Action<Node>>> subscriptions, Action<TNode> check)
        where TNode : Node
    {
        if (!subscriptions.TryGetValue(typeof(TNode), out var checks))
        {
            subscriptions[typeof(TNode)] = checks = [];
        }

        checks.Add(node => check((TNode)node));
    }

    private static void Call(Dictionary<Type, List<Action<Node>>> subscriptions, Node node)
    {
        if (!subscriptions.TryGetValue(node.GetType(), out var checks))
        {
            return;
        }

        foreach (var check in checks)
        {
            check(node);
        }
    }
}
