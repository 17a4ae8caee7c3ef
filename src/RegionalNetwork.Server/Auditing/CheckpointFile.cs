using System.Text.Json;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;

namespace RegionalNetwork.Server.Auditing;

/// <summary>Checkpoints as they were kept: one or more lines, as the command <c>checkpoint</c> prints them.</summary>
/// <param name="Journal">What the journal must have.</param>
/// <param name="AccessLog">What the access log must have, or have deleted because of its age.</param>
internal sealed record CheckpointFile(IReadOnlyList<ChainHead> Journal, IReadOnlyList<AccessHead> AccessLog)
{
    /// <summary>Lines of one file: a checkpoint an hour for eleven years.</summary>
    public const int LinesMax = 100_000;

    /// <summary>Characters of one line; a checkpoint has about 300.</summary>
    public const int LineCharactersMax = 1_000;

    public static CheckpointFile None { get; } = new([], []);

    /// <exception cref="InvalidDataException">A line is no checkpoint.</exception>
    public static CheckpointFile Read(FileInfo file)
    {
        var journal = new List<ChainHead>();
        var accessLog = new List<AccessHead>();
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var checkpoint = Parse(line) ?? throw NoCheckpoint(file, number);
            journal.Add(new ChainHead(new JournalPosition(checkpoint.Journal.Position), HashOf(checkpoint.Journal)!));
            accessLog.Add(
                new AccessHead(checkpoint.AccessLog.Position, HashOf(checkpoint.AccessLog)!, checkpoint.AccessLog.At)
            );
            if (journal.Count > LinesMax)
            {
                throw new InvalidDataException(
                    $"{file.FullName} has more than {LinesMax} checkpoints. Give the newest, and a few older ones."
                );
            }
        }

        return journal.Count > 0 ? new CheckpointFile(journal, accessLog) : throw NoCheckpoint(file, 1);
    }

    private static Checkpoint? Parse(string line)
    {
        if (line.Length > LineCharactersMax)
        {
            return null;
        }

        try
        {
            var checkpoint = JsonSerializer.Deserialize(line, CheckpointJson.Default.Checkpoint);
            return IsHead(checkpoint?.Journal) && IsHead(checkpoint?.AccessLog) ? checkpoint : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsHead(Checkpoint.Head? head) => head is { Position: >= 0 } && HashOf(head) is not null;

    private static ChainHash? HashOf(Checkpoint.Head head) => ChainHash.TryParse(head.Hash, out var hash) ? hash : null;

    private static InvalidDataException NoCheckpoint(FileInfo file, int line) =>
        new(
            $"Line {line} of {file.FullName} is no checkpoint. Give a file of lines that the command checkpoint printed."
        );
}
