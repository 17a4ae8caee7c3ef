using System.Collections.Frozen;
using System.Reflection;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Server.Returns;

/// <summary>The table schemas of <c>schema/returns</c>, built into the executable, and the collections that they describe.</summary>
internal sealed class TableSchemas
{
    private const string Prefix = "returns/";

    private readonly FrozenDictionary<string, byte[]> _files;

    private TableSchemas(IReadOnlyList<(ReturnCollection Collection, byte[] File)> schemas)
    {
        Collections = new ReturnCollections(schemas.Select(schema => schema.Collection));
        _files = schemas.ToFrozenDictionary(schema => schema.Collection.Code, schema => schema.File);
    }

    public ReturnCollections Collections { get; }

    /// <summary>The schema of a collection as it is published, JSON.</summary>
    public ReadOnlyMemory<byte> FileOf(ReturnCollection collection) => _files[collection.Code];

    /// <exception cref="InvalidOperationException">A schema has faults; the message lists them all.</exception>
    public static TableSchemas Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new TableSchemas([
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name)),
        ]);
    }

    /// <exception cref="InvalidOperationException">The schema has faults; the message lists them all.</exception>
    public static TableSchemas Of(string name, byte[] file) => new([Read(name, file)]);

    private static (ReturnCollection Collection, byte[] File) Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(name, bytes);
    }

    private static (ReturnCollection Collection, byte[] File) Read(string name, byte[] file)
    {
        var reading = TableSchemaParser.Parse(file);
        return reading.Collection is { } collection
            ? (collection, file)
            : throw new InvalidOperationException($"{name} has faults:\n{string.Join('\n', reading.Faults)}");
    }
}
