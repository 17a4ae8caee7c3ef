using Microsoft.AspNetCore.DataProtection;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// The keys of cookies, in <c>keys/data-protection</c> of the data folder, readable by their owner alone. Nodes that share the
/// folder share sessions. Made when the first cookie is read or written, not at start.
/// </summary>
internal sealed class DataProtectionKeys(DirectoryInfo data) : IDataProtectionProvider
{
    /// <summary>Without a name the keys would be bound to the folder that the server was installed in.</summary>
    private const string Application = "RegionalNetwork";

    private readonly Lazy<IDataProtectionProvider> _provider = new(() => Open(data));

    public IDataProtector CreateProtector(string purpose) => _provider.Value.CreateProtector(purpose);

    private static IDataProtectionProvider Open(DirectoryInfo data)
    {
        var folder = Path.Combine(data.FullName, "keys", "data-protection");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        return DataProtectionProvider.Create(
            new DirectoryInfo(folder),
            protection => protection.SetApplicationName(Application)
        );
    }
}
