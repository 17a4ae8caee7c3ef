using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Stores;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Security;

/// <summary>What every list of open sessions does, wherever it is kept.</summary>
public abstract class SessionRegisterContract : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private protected static readonly Identity Ada = new("https://issuer.example", "", "ada");
    private static readonly Identity Eve = new("https://issuer.example", "", "eve");

    private readonly ManualTime _clock = new();
    private SessionRegister _sessions = null!;

    private protected ManualTime Clock => _clock;

    private protected SessionRegister Sessions => _sessions;

    /// <summary>Opens the store of the test once more, as another process would.</summary>
    private protected abstract ISessionStore Open();

    /// <summary>Makes an empty store.</summary>
    protected abstract Task PrepareAsync();

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        _sessions = new SessionRegister(Open, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _sessions?.Dispose();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task CleanAsync();

    [Fact]
    public void What_never_began_opens_nothing_and_what_began_does()
    {
        Begin(Ada, "a");

        Assert.True(_sessions.TryUse("a"));
        Assert.False(_sessions.TryUse("b"));
    }

    [Fact]
    public void Restart_neither_ends_a_session_nor_forgets_that_one_was_ended()
    {
        Begin(Ada, "kept");
        Begin(Ada, "ended");
        Assert.Equal(1, _sessions.End(Ada, one => one.Id == "ended"));

        Restart();

        Assert.True(_sessions.TryUse("kept"));
        Assert.False(_sessions.TryUse("ended"));
        Assert.Equal(("kept", "Firefox on Linux"), (Assert.Single(_sessions.Of(Ada)).Id, _sessions.Of(Ada)[0].Browser));
    }

    [Fact]
    public void Nobody_ends_or_sees_a_session_of_somebody_else()
    {
        Begin(Ada, "a");

        Assert.Equal(0, _sessions.End(Eve, _ => true));
        Assert.Empty(_sessions.Of(Eve));
        Assert.True(_sessions.TryUse("a"));
    }

    [Fact]
    public void One_session_more_than_anybody_may_have_ends_the_oldest_of_that_person()
    {
        Begin(Eve, "of-eve");
        for (var i = 0; i <= SecurityLimits.SessionsPerPerson; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Begin(Ada, $"{i}");
        }

        Assert.False(_sessions.TryUse("0"));
        Assert.True(_sessions.TryUse("1"));
        Assert.True(_sessions.TryUse("of-eve"));
        Assert.Equal(SecurityLimits.SessionsPerPerson, _sessions.Of(Ada).Count);
        Restart();
        Assert.False(_sessions.TryUse("0"));
    }

    [Fact]
    public void Session_is_over_at_its_end_and_when_it_was_not_used_for_long()
    {
        Begin(Ada, "used");
        Begin(Ada, "unused");
        for (var hours = 1; hours < 8; hours++)
        {
            _clock.Advance(Hour);
            Assert.True(_sessions.TryUse("used"));
            // It may have been used at the end of its first hour.
            Assert.Equal(hours < 2, _sessions.Of(Ada).Any(one => one.Id == "unused"));
        }

        Assert.False(_sessions.TryUse("unused"));
        _clock.Advance(Hour);
        Assert.False(_sessions.TryUse("used"));
    }

    [Fact]
    public void Use_is_written_down_once_an_hour_and_survives_a_restart()
    {
        Begin(Ada, "a");
        using var watcher = Open();
        Assert.True(_sessions.TryUse("a"));
        var version = watcher.Version();
        for (var i = 0; i < 1_000; i++)
        {
            Assert.True(_sessions.TryUse("a"));
        }

        Assert.Equal(version, watcher.Version());
        _clock.Advance(Hour);
        Assert.True(_sessions.TryUse("a"));
        Assert.NotEqual(version, watcher.Version());
        Restart();
        Assert.Equal(DateTimeOffset.UnixEpoch + Hour, Assert.Single(_sessions.Of(Ada)).Used);
    }

    [Fact]
    public void What_another_process_ends_is_ended_here_soon()
    {
        Begin(Ada, "a");
        using var other = new SessionRegister(Open, _clock);
        Assert.True(other.TryUse("a"));
        Assert.Equal(1, other.End(Ada, _ => true));

        _clock.Advance(SecurityLimits.SessionsLook);

        Assert.False(_sessions.TryUse("a"));
    }

    [Fact]
    public void What_another_process_begins_is_open_here_at_once()
    {
        Begin(Ada, "a");
        using var other = new SessionRegister(Open, _clock);
        other.Begin(SessionOf(Ada, "b"));

        Assert.True(_sessions.TryUse("b"));
        Assert.False(_sessions.TryUse("never"));
        Assert.False(_sessions.TryUse("never"));
        Assert.Equal(2, _sessions.End(Ada, _ => true));
        Assert.False(_sessions.TryUse("b"));
    }

    [Fact]
    public void Everybodys_sessions_end_with_those_that_another_process_began_a_moment_ago()
    {
        Begin(Ada, "a");
        using var other = new SessionRegister(Open, _clock);
        other.Begin(SessionOf(Ada, "b"));

        Assert.Equal(2, _sessions.End(Ada, _ => true));

        _clock.Advance(SecurityLimits.SessionsLook);
        Assert.False(other.TryUse("b"));
    }

    [Fact]
    public void Session_that_is_used_at_one_process_is_not_idle_at_another()
    {
        Begin(Ada, "a");
        using var other = new SessionRegister(Open, _clock);
        Assert.True(other.TryUse("a"));
        for (var hours = 1; hours < 4; hours++)
        {
            _clock.Advance(Hour);
            Assert.True(_sessions.TryUse("a"));
        }

        Assert.True(other.TryUse("a"));
    }

    [Fact]
    public void Store_that_is_away_is_trusted_for_a_minute_and_nobody_is_signed_in_after_that()
    {
        Begin(Ada, "a");
        var store = new FailingStore(Open());
        using var sessions = new SessionRegister(() => store, _clock);
        Assert.True(sessions.TryUse("a"));
        store.IsAway = true;

        _clock.Advance(SecurityLimits.SessionsTrust - TimeSpan.FromSeconds(1));
        Assert.True(sessions.TryUse("a"));
        Assert.True(sessions.TryUse("a"));
        Assert.Equal(1, store.Asked);
        Assert.Throws<JournalUnavailableException>(() => sessions.End(Ada, _ => true));
        _clock.Advance(SecurityLimits.SessionsLook);
        Assert.Throws<JournalUnavailableException>(() => sessions.TryUse("a"));
        store.IsAway = false;
        _clock.Advance(SecurityLimits.SessionsLook);
        Assert.True(sessions.TryUse("a"));
    }

    private protected OpenSession SessionOf(Identity identity, string id)
    {
        var now = _clock.GetUtcNow();
        var ends = now + SecurityLimits.SessionAge;
        return OpenSession.Begin(new Session(id, "somewhere", identity, null, ends, ends), "Firefox on Linux", now);
    }

    private protected void Begin(Identity identity, string id) => _sessions.Begin(SessionOf(identity, id));

    private void Restart()
    {
        _sessions.Dispose();
        _sessions = new SessionRegister(Open, _clock);
    }

    /// <summary>A store that can be away.</summary>
    private sealed class FailingStore(ISessionStore store) : ISessionStore
    {
        public bool IsAway { get; set; }

        /// <summary>How often it was asked while it was away.</summary>
        public int Asked { get; private set; }

        public long Version() => Ask().Version();

        public IReadOnlyList<OpenSession> Read() => Ask().Read();

        public OpenSession? Find(string id) => Ask().Find(id);

        public void Change(OpenSession? begun, IReadOnlyCollection<string> ended) => Ask().Change(begun, ended);

        public void Mark(string id, DateTimeOffset used) => Ask().Mark(id, used);

        public void Dispose() => store.Dispose();

        private ISessionStore Ask()
        {
            if (!IsAway)
            {
                return store;
            }

            Asked++;
            throw new JournalUnavailableException(JournalUnavailableReason.Unreachable, "Away.", null);
        }
    }
}

public sealed class SessionFileTests : SessionRegisterContract
{
    private readonly TemporaryFolder _data = new();

    private protected override ISessionStore Open() => SessionFile.In(_data.Info);

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override Task CleanAsync()
    {
        _data.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Only_its_owner_may_read_the_file_and_it_names_nobody()
    {
        Begin(new Identity("https://issuer.example", "", "an-unmistakable-subject"), "a");
        var path = Path.Combine(_data.Path, "keys", "sessions.db");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(_data.Path, "keys")),
            file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
                return reader.ReadToEnd().Contains("an-unmistakable-subject", StringComparison.Ordinal);
            }
        );
    }
}

public sealed class SharedSessionsTests(SharedPostgreSql shared) : SessionRegisterContract
{
    private SharedDatabase _database = null!;

    private protected override ISessionStore Open() => new SharedSessions(_database.Tables);

    protected override async Task PrepareAsync() => _database = await SharedDatabase.NewAsync(shared);

    protected override Task CleanAsync()
    {
        _database?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Role_that_serves_can_begin_and_end_sessions_and_do_nothing_else_to_them()
    {
        await _database.ServeAsync();
        Begin(Ada, "a");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(Sessions.TryUse("a"));
        Assert.Equal(1, Sessions.End(Ada, _ => true));

        await _database.AssertForbiddenAsync(
            "UPDATE regional_network.sessions SET person = 'x'",
            "DELETE FROM regional_network.sessions",
            "UPDATE regional_network.session_changes SET number = 0",
            "UPDATE regional_network.cookie_keys SET wrapped = ''",
            "DELETE FROM regional_network.cookie_keys",
            "UPDATE regional_network.wrapping_key SET fingerprint = fingerprint",
            "DELETE FROM regional_network.wrapping_key"
        );
    }
}
