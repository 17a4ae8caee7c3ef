using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Backups;

/// <summary>What was copied of what is kept beside a journal.</summary>
/// <param name="AccessLog">Where the access log ends in both.</param>
/// <param name="People">People with a key, or without since they were erased.</param>
/// <param name="CookieKeys">Keys of cookies.</param>
internal sealed record CopiedStores(AccessHead AccessLog, int People, int CookieKeys);

/// <summary>
/// Copies what is kept beside a journal to where nothing of it is yet, from files to a database or back. Sessions stay behind: their
/// people sign in again.
/// </summary>
internal static class StoreCopy
{
    /// <exception cref="JournalFormatException">The target is not empty, or the access log is damaged.</exception>
    public static async Task<CopiedStores> RunAsync(
        NetworkStores from,
        NetworkStores to,
        CancellationToken cancellation
    )
    {
        var accessLog = from.HasAccessLog
            ? await CopyAccessLogAsync(from.AccessLog, to.AccessLog, cancellation)
            : AccessChain.Start;
        var people = from.HasVault ? CopyPeople(from, to) : 0;
        var cookieKeys = from.ReadCookieKeys();
        to.AddCookieKeys(cookieKeys);
        if (from.ReadNodeKey() is { } nodeKey)
        {
            to.AddNodeKey(nodeKey);
        }

        return new CopiedStores(accessLog, people, cookieKeys.Count);
    }

    /// <summary>Record for record, with its hash. What one log has deleted because of its age, the other begins after.</summary>
    /// <exception cref="JournalFormatException">The target is not empty, or the source is damaged.</exception>
    public static async Task<AccessHead> CopyAccessLogAsync(
        AccessLog from,
        AccessLog to,
        CancellationToken cancellation
    )
    {
        var end = await from.ReadHeadAsync(cancellation);
        if (end.Position == 0)
        {
            return end;
        }

        var read = await from.ReadForgottenAsync(cancellation);
        if (!await to.BeginAfterAsync(read, cancellation))
        {
            throw Fault("The target holds an access log already. Nothing was changed in it. Name an empty place.");
        }

        while (read.Position < end.Position)
        {
            var page = await from.ReadChainAsync(read.Position, AccessLimits.ReadRecords, cancellation);
            var records = page.TakeWhile(chained => chained.Entry.Position <= end.Position).ToList();
            foreach (var chained in records)
            {
                var expected = AccessChain.Link(read, chained.Entry.Record);
                read =
                    expected.Entry.Position == chained.Entry.Position && expected.Hash.Equals(chained.Hash)
                        ? AccessChain.HeadAt(chained)
                        : throw Fault(
                            $"The record at position {expected.Entry.Position} of the access log is missing, or is not what was "
                                + "written there. Nothing was changed in it. Run verify."
                        );
            }

            if (records.Count == 0)
            {
                throw Fault($"The record at position {read.Position + 1} of the access log is missing. Run verify.");
            }

            await to.RestoreAsync([.. records.Select(chained => chained.Entry.Record)], cancellation);
        }

        var copied = await to.ReadHeadAsync(cancellation);
        return copied.Equals(end)
            ? end
            : throw Fault("Somebody else wrote into the copy of the access log. Begin again.");
    }

    private static int CopyPeople(NetworkStores from, NetworkStores to)
    {
        using var source = from.OpenVault();
        var people = source.ReadAll();
        if (people.Count > 0)
        {
            using var target = to.OpenVault();
            CopyPeople(people, target);
        }

        return people.Count;
    }

    /// <exception cref="JournalFormatException">The target holds keys already.</exception>
    public static void CopyPeople(IReadOnlyList<(string Person, byte[]? Key)> people, IPersonKeys to)
    {
        if (to.ReadAll().Count > 0)
        {
            throw Fault("The target holds keys of people already. Nothing was changed in it. Name an empty place.");
        }

        foreach (var batch in people.Chunk(VaultLimits.CopiedPeople))
        {
            to.Add(batch);
        }
    }

    private static JournalFormatException Fault(string message) => new(message, innerException: null);
}
