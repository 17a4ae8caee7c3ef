namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>An entry of a catalogue file, and the file, whose members it inherits.</summary>
internal sealed class InheritedNode(MappingNode entry, MappingNode file)
{
    /// <summary>Members that may be given once at the top of the file. An entry's own word goes before the file's.</summary>
    public static readonly string[] Members =
    [
        "source",
        "sourceLink",
        "frequency",
        "sensitivity",
        "methodVersion",
        "seriesBreaks",
        "scope",
        "scale",
    ];

    public MappingNode Entry { get; } = entry;

    /// <summary>Where the member is; the entry where it is nowhere, so that the fault names the entry.</summary>
    public MappingNode With(string member) => Entry.Has(member) || !file.Has(member) ? Entry : file;
}
