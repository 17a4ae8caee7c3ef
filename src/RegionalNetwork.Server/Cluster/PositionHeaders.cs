using Microsoft.Extensions.Primitives;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Cluster;

/// <summary>
/// Read your writes, whichever node answers: an answer says which position of the journal it rests on, and a request may ask for a
/// snapshot that has come at least as far.
/// </summary>
internal static class PositionHeaders
{
    /// <summary>In an answer.</summary>
    public const string Position = "RegionalNetwork-Position";

    /// <summary>In a request.</summary>
    public const string AtLeast = "RegionalNetwork-At-Least";

    /// <summary>Positions change seldom, compared with how often they are told.</summary>
    private static volatile Told _last = new(JournalPosition.Start);

    /// <param name="position">A snapshot that has come this far holds what the answer shows and what the request wrote.</param>
    public static void Tell(HttpResponse response, JournalPosition position)
    {
        var told = _last;
        if (told.Position != position)
        {
            _last = told = new Told(position);
        }

        response.Headers[Position] = told.Text;
    }

    private sealed class Told(JournalPosition position)
    {
        public JournalPosition Position { get; } = position;

        public StringValues Text { get; } = position.ToString();
    }
}
