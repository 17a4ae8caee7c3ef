using System.Collections.Frozen;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>All that councils return, found by code. In order of code.</summary>
public sealed class ReturnCollections(IEnumerable<ReturnCollection> collections)
{
    private readonly FrozenDictionary<string, ReturnCollection> _byCode = collections.ToFrozenDictionary(
        collection => collection.Code,
        StringComparer.Ordinal
    );

    public static ReturnCollections None { get; } = new([]);

    public IReadOnlyList<ReturnCollection> All =>
        field ??= [.. _byCode.Values.OrderBy(collection => collection.Code, StringComparer.Ordinal)];

    public ReturnCollection? Find(string code) => _byCode.GetValueOrDefault(code);
}
