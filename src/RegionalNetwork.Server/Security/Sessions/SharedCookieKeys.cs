using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// The keys of cookies of all nodes, in the tables that they share. The framework would encrypt secrets inside of an element, by a
/// certificate or a type that the element names; here each element is wrapped as a whole by the key that wraps the keys of people, so
/// that a node needs one secret, and so that an element in a file and one in a database are the same.
/// </summary>
internal sealed class SharedCookieKeys(SharedTables tables) : IXmlRepository, IDisposable
{
    /// <summary>The number is "RNK1" in ASCII.</summary>
    private const string FirstKeySql = "SELECT pg_advisory_xact_lock(1380862769)";

    private readonly Lock _gate = new();
    private readonly SharedStore _store = new(tables);

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read().Select(one => one.Element)];

    public void StoreElement(XElement element, string friendlyName) => Add([(friendlyName, element)]);

    /// <summary>All elements with their names.</summary>
    public IReadOnlyList<(string Name, XElement Element)> Read()
    {
        lock (_gate)
        {
            return tables.WithKey<IReadOnlyList<(string, XElement)>>(key =>
                [
                    .. _store
                        .Read(
                            WrappedTable.CookieKeys.RowsSql + " ORDER BY name",
                            row => (Name: row.GetString(0), Wrapped: row.GetFieldValue<byte[]>(1))
                        )
                        .Select(row => (row.Name, Open(key, row.Name, row.Wrapped))),
                ]
            );
        }
    }

    /// <summary>Adds elements, durable when this returns; one that is there already stays as it is.</summary>
    public void Add(IReadOnlyCollection<(string Name, XElement Element)> elements)
    {
        if (elements.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            (string, byte[]?)[] secrets =
            [
                .. elements.Select(one =>
                    (one.Name, (byte[]?)Encoding.UTF8.GetBytes(one.Element.ToString(SaveOptions.DisableFormatting)))
                ),
            ];
            tables.WithKey(key =>
            {
                _store.Write(WrappedTable.CookieKeys.Insert(key, secrets));
                return 0;
            });
        }
    }

    /// <summary>
    /// Runs what makes the first key, one node at a time: two that each made one would not understand each other's cookies until
    /// they look for keys again.
    /// </summary>
    public void MakeFirst(Action make)
    {
        using var waiting = new SharedStore(tables);
        waiting.Run(connection =>
        {
            using var transaction = connection.BeginTransaction();
            using var turn = new NpgsqlCommand(FirstKeySql, connection, transaction);
            turn.ExecuteNonQuery();
            make();
            return 0;
        });
    }

    public void Dispose() => _store.Dispose();

    private static XElement Open(WrappingKey key, string name, byte[] wrapped) =>
        XElement.Parse(Encoding.UTF8.GetString(WrappedTable.CookieKeys.Unwrap(key, name, wrapped)));
}
