using Microsoft.Data.Sqlite;
using RegionalNetwork.Server.Access;

namespace RegionalNetwork.Server.Tests.Access;

/// <summary>Short ways to say who read what.</summary>
internal static class Reads
{
    public const string Hampshire = "E10000014";
    public const string Coventry = "E08000026";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static AccessRecord Of(string council, string subject) =>
        new(
            Noon,
            "person-0123456789abcdef",
            OnBehalfOf: null,
            council,
            subject,
            AccessPurpose.SharingAgreement,
            Reason: null,
            "request-1"
        );

    public static AccessRecord On(DateTimeOffset at) => Of(Hampshire, "priority") with { At = at };

    /// <summary>As somebody who can write to the file.</summary>
    public static void Tamper(string path, string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in the tests.
        command.CommandText =
            "DROP TRIGGER IF EXISTS records_never_change; DROP TRIGGER IF EXISTS records_go_in_order; " + sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
