using RegionalNetwork.Domain.Returns;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>Which build of the program runs, to the byte: a saved snapshot is read by none but the build that wrote it.</summary>
internal static class ProgramVersion
{
    /// <summary>The identifiers that the compiler makes of everything that goes into an assembly.</summary>
    public static string Current { get; } =
        string.Join(
            ' ',
            new[] { typeof(NetworkProjection), typeof(ReturnDirectory), typeof(JournalEntry) }.Select(type =>
                type.Module.ModuleVersionId.ToString("N")
            )
        );
}
