using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Networks;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Workstreams;

namespace RegionalNetwork.Server.Subgraph;

/// <summary>Objects by the keys that the schema gives them with <c>@key</c>.</summary>
internal static class Entities
{
    /// <summary>
    /// One object for each reference, in their order: null where there is none, a <see cref="UnreadableReference"/> where the
    /// reference says too little. All from one snapshot.
    /// </summary>
    public static object?[] Find(NetworkRequest request, IReadOnlyList<Representation> references)
    {
        if (references.Count > RequestLimits.EntityReferences)
        {
            throw new GraphQLFieldException(
                $"Ask for at most {RequestLimits.EntityReferences} entities at once, not {references.Count}: send the rest in further requests.",
                "TOO_MANY_REPRESENTATIONS"
            );
        }

        var found = new object?[references.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = Find(request, references[i]);
        }

        return found;
    }

    /// <summary>The object type of what was found.</summary>
    /// <exception cref="GraphQLFieldException">The reference could not be read: the error of its place.</exception>
    public static string TypeNameOf(object entity) =>
        entity switch
        {
            Council => CouncilResolvers.CouncilType,
            IndicatorSource => BenchmarkResolvers.IndicatorType,
            Network => NetworkResolvers.NetworkType,
            Region => CouncilResolvers.RegionType,
            Workstream => WorkstreamResolvers.WorkstreamType,
            UnreadableReference reference => throw new GraphQLFieldException(reference.Fault, "REPRESENTATION_INVALID"),
            _ => throw new InvalidOperationException($"A {entity.GetType().Name} has no key."),
        };

    private static object? Find(NetworkRequest request, Representation reference)
    {
        if (reference.Type is null)
        {
            return new UnreadableReference(
                "Give each representation as an object with the name of its type in \"__typename\"."
            );
        }

        if (!HasKey(reference.Type))
        {
            return new UnreadableReference(
                "Name a type that has a @key in this subgraph in \"__typename\": Council, Indicator, Network, Region or Workstream."
            );
        }

        if (reference is { Code: null, Id: null })
        {
            return new UnreadableReference(
                $"Name the {reference.Type} by \"code\" or by \"id\", as text: its representation has neither."
            );
        }

        // The id of these types is made of the type and the code, so one look-up serves both keys.
        var id = reference.Id ?? NodeId.Of(reference.Type, reference.Code!);
        return
            NodeId.TryParse(id, out var node)
            && node.Type == reference.Type
            && (reference.Code is null || reference.Code == node.Key)
            ? Nodes.Find(request, node)
            : null;
    }

    private static bool HasKey(string type) =>
        type
            is CouncilResolvers.CouncilType
                or BenchmarkResolvers.IndicatorType
                or NetworkResolvers.NetworkType
                or CouncilResolvers.RegionType
                or WorkstreamResolvers.WorkstreamType;
}

/// <summary>Stands where a reference could not be read.</summary>
/// <param name="Fault">A sentence for whoever wrote the reference.</param>
internal sealed record UnreadableReference(string Fault);
