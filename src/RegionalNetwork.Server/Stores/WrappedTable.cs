using Npgsql;
using NpgsqlTypes;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// A table of wrapped keys. Each row says which key wrapped it, and the database takes none that another key than its own has wrapped.
/// </summary>
/// <param name="Table">In the schema of the journal.</param>
/// <param name="Column">What tells its rows apart.</param>
/// <param name="Purpose">What its keys are, for <see cref="WrappingKey.Wrap"/>. Once released it never changes.</param>
internal sealed record WrappedTable(string Table, string Column, string Purpose)
{
    /// <summary>By the code of the person; nothing for who was erased.</summary>
    public static WrappedTable People { get; } = new("people", "code", "regional-network.person-key.v1");

    /// <summary>By the name of the element.</summary>
    public static WrappedTable CookieKeys { get; } = new("cookie_keys", "name", "regional-network.cookie-key.v1");

    /// <summary>One row at most: who the network is to others in a federation.</summary>
    public static WrappedTable NodeKeys { get; } = new("node_keys", "name", "regional-network.node-key.v1");

    public static IReadOnlyList<WrappedTable> All { get; } = [People, CookieKeys, NodeKeys];

    /// <summary>The statement that reads all its rows.</summary>
    public string RowsSql => $"SELECT {Column}, wrapped FROM regional_network.{Table}";

    /// <summary>A statement that adds keys; those whose names are there already stay as they are.</summary>
    public (string Sql, NpgsqlParameter[] Values) Insert(
        WrappingKey key,
        IReadOnlyCollection<(string Name, byte[]? Secret)> secrets
    ) =>
        (
            $"INSERT INTO regional_network.{Table} ({Column}, wrapped, wrapped_by) "
                + "SELECT name, wrapped, $3 FROM unnest($1, $2) AS added (name, wrapped) "
                + $"ON CONFLICT ({Column}) DO NOTHING",
            Values(key, secrets)
        );

    /// <summary>A statement that replaces keys by the same, wrapped anew.</summary>
    public (string Sql, NpgsqlParameter[] Values) Update(
        WrappingKey key,
        IReadOnlyCollection<(string Name, byte[]? Secret)> secrets
    ) =>
        (
            $"UPDATE regional_network.{Table} AS old SET wrapped = added.wrapped, wrapped_by = $3 "
                + $"FROM unnest($1, $2) AS added (name, wrapped) WHERE old.{Column} = added.name",
            Values(key, secrets)
        );

    public byte[] Unwrap(WrappingKey key, string name, byte[] wrapped) => key.Unwrap(Purpose, name, wrapped);

    private NpgsqlParameter[] Values(WrappingKey key, IReadOnlyCollection<(string Name, byte[]? Secret)> secrets) =>
        [
            new NpgsqlParameter<string[]> { TypedValue = [.. secrets.Select(one => one.Name)] },
            new NpgsqlParameter<byte[]?[]>
            {
                TypedValue =
                [
                    .. secrets.Select(one => one.Secret is null ? null : key.Wrap(Purpose, one.Name, one.Secret)),
                ],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            },
            new NpgsqlParameter { Value = key.Fingerprint, NpgsqlDbType = NpgsqlDbType.Bytea },
        ];
}
