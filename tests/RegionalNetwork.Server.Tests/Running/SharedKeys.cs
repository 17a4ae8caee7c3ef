using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>The keys of nodes that share a journal: what signs for one signs for all, and what one wraps all unwrap.</summary>
internal static class SharedKeys
{
    private const string Folder = "keys";

    /// <summary>Makes them in the data folder of the first node, where they are not there.</summary>
    public static void Make(DirectoryInfo data)
    {
        _ = DevelopmentKey.Of(data);
        _ = SecretFile.ReadOrMake(WrappingKeyFiles.PathIn(data), Sealing.KeyBytes);
    }

    public static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        var keys = to.CreateSubdirectory(Folder);
        foreach (var key in from.GetDirectories(Folder)[0].GetFiles())
        {
            key.CopyTo(Path.Combine(keys.FullName, key.Name), overwrite: true);
        }
    }
}
