using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>The world with everything, and for each caller the world that has only what they may see.</summary>
internal sealed class MatrixWorlds : IAsyncDisposable
{
    private readonly Dictionary<string, MatrixWorld> _reduced = new(StringComparer.Ordinal);
    private MatrixWorld? _original;
    private MatrixWorld? _full;

    /// <summary>In every role everywhere.</summary>
    public static Caller WhoSeesAll { get; } = Caller.Assuming(As.AllRoles);

    public async ValueTask<MatrixWorld> FullAsync()
    {
        if (_full is null)
        {
            _original ??= await MatrixWorld.MakeAsync(_ => true);
            _full = await _original.CopyAsync();
        }

        return _full;
    }

    /// <summary>After a change: the next to ask finds everything as it was.</summary>
    public async Task ForgetFullAsync()
    {
        await _full!.DisposeAsync();
        _full = null;
    }

    public ValueTask<MatrixWorld> ForAsync(ApprovedTable table, MatrixCaller caller) =>
        ForAsync(thing => thing.IsSeenBy(table, caller));

    /// <summary>The world for what is told of returns to who collects them.</summary>
    public ValueTask<MatrixWorld> ForCollectingAsync(ApprovedTable table, MatrixCaller caller) =>
        ForAsync(thing => thing.IsSeenBy(table, caller) || thing.IsCountedBy(table, caller));

    private async ValueTask<MatrixWorld> ForAsync(Func<MatrixThing, bool> has)
    {
        var seen = MatrixThings.All.Where(has).Select(thing => thing.Name).ToHashSet();
        var key = string.Join('\n', seen);
        if (!_reduced.TryGetValue(key, out var world))
        {
            world = await MatrixWorld.MakeAsync(thing => seen.Contains(thing.Name));
            _reduced.Add(key, world);
        }

        return world;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _reduced.Values.Append(_original).Append(_full).OfType<MatrixWorld>())
        {
            await world.DisposeAsync();
        }
    }
}
