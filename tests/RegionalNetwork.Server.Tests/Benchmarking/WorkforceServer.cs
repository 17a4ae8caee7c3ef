using System.Net;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Benchmarking;

/// <summary>A server with the children's social work workforce census from 2017 to 2023, where the file is there.</summary>
public sealed class WorkforceServer : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    private bool _isImported;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        if (Tidy.Repository.Shared("data") is { } folder)
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(folder, SharedFiles.Workforce));
            var answer = await _server.Client.UploadAsync(As.AllRoles, SharedFiles.Workforce, content);
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
            _isImported = true;
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>The client; without the file the test that asks is skipped.</summary>
    internal NetworkClient Require()
    {
        Assert.SkipUnless(_isImported, "../shared/data is not beside the repository: real figures were not checked.");
        return _server.Client;
    }
}
