using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>The keys of cookies and forms. Made when the first cookie is read or written, not at start.</summary>
internal sealed class DataProtectionKeys : IDataProtectionProvider
{
    /// <summary>Without a name the keys would be bound to the folder that the server was installed in.</summary>
    private const string Application = "RegionalNetwork";

    private readonly Lazy<IDataProtectionProvider> _provider;

    /// <summary>What could not be opened is tried again by the next caller.</summary>
    private DataProtectionKeys(Func<IDataProtectionProvider> open) =>
        _provider = new(open, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>In <c>keys/data-protection</c> of a data folder, readable by their owner alone.</summary>
    public static DataProtectionKeys In(DirectoryInfo data) => new(() => Open(data));

    /// <summary>In the tables that nodes share, wrapped: what one node wrote all can read.</summary>
    public static DataProtectionKeys In(Func<SharedTables> tables) => new(() => Open(tables()));

    public IDataProtector CreateProtector(string purpose) => _provider.Value.CreateProtector(purpose);

    private static IDataProtectionProvider Open(DirectoryInfo data)
    {
        var folder = Path.Combine(data.FullName, "keys", "data-protection");
        PrivateFiles.MakeFolder(folder);
        return DataProtectionProvider.Create(
            new DirectoryInfo(folder),
            protection => protection.SetApplicationName(Application)
        );
    }

    private static IDataProtectionProvider Open(SharedTables tables)
    {
        var keys = new SharedCookieKeys(tables);
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName(Application);
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = keys);
        var provider = services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
        keys.MakeFirst(() => provider.CreateProtector(Application).Protect([]));
        return provider;
    }
}
