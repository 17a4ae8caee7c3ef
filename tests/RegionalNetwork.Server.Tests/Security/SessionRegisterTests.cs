using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Security;

public sealed class SessionRegisterTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Identity Ada = new("https://issuer.example", "", "ada");
    private static readonly Identity Eve = new("https://issuer.example", "", "eve");

    private readonly ManualTime _clock = new();
    private readonly TemporaryFolder _data = new();
    private SessionRegister _sessions;

    public SessionRegisterTests() => _sessions = new SessionRegister(_data.Info, _clock);

    public void Dispose()
    {
        _sessions.Dispose();
        _data.Dispose();
    }

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
        using var watcher = SessionFile.In(_data.Info);
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
        using var other = new SessionRegister(_data.Info, _clock);
        Assert.True(other.TryUse("a"));
        Assert.Equal(1, other.End(Ada, _ => true));

        _clock.Advance(SecurityLimits.SessionsLook);

        Assert.False(_sessions.TryUse("a"));
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

    private void Begin(Identity identity, string id)
    {
        var now = _clock.GetUtcNow();
        var ends = now + SecurityLimits.SessionAge;
        _sessions.Begin(
            OpenSession.Begin(new Session(id, "somewhere", identity, null, ends, ends), "Firefox on Linux", now)
        );
    }

    private void Restart()
    {
        _sessions.Dispose();
        _sessions = new SessionRegister(_data.Info, _clock);
    }
}
