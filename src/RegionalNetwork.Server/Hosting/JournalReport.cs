using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;

namespace RegionalNetwork.Server.Hosting;

/// <summary>What whoever runs the service should know of a journal that is kept by a server: where it is and how safe.</summary>
internal static class JournalReport
{
    public static void Print(IJournal journal, TextWriter output)
    {
        if (journal is not PostgreSqlJournal postgreSql)
        {
            return;
        }

        output.WriteLine($"The journal is {postgreSql.Name}.");
        foreach (var sentence in postgreSql.Durability.Sentences())
        {
            output.WriteLine(sentence);
        }
    }
}
