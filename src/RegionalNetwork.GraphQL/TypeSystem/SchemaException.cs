using System.Text;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>One thing that is wrong with the sources of a schema.</summary>
/// <param name="Places">Where: the first is the most telling. Empty where something is missing.</param>
public sealed record SchemaFault(string Message, IReadOnlyList<Span> Places)
{
    public static SchemaFault At(string message, params IEnumerable<Node> nodes) =>
        new(message, [.. nodes.Select(node => node.Span)]);

    /// <summary>As compilers print it: <c>councils.graphql:12:3: message</c>.</summary>
    public override string ToString()
    {
        if (Places.Count == 0)
        {
            return Message;
        }

        var at = Places[0].Location;
        return $"{Places[0].Source.Name}:{at.Line}:{at.Column}: {Message}";
    }
}

/// <summary>The sources do not make a schema. Lists every fault, not just the first.</summary>
public sealed class SchemaException(IReadOnlyList<SchemaFault> faults) : Exception(Summary(faults))
{
    public IReadOnlyList<SchemaFault> Faults { get; } = faults;

    private static string Summary(IReadOnlyList<SchemaFault> faults)
    {
        var text = new StringBuilder("The schema cannot be used. Correct the following:");
        foreach (var fault in faults)
        {
            text.Append('\n').Append(fault);
        }

        return text.ToString();
    }
}
