using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Federation.Members;

namespace RegionalNetwork.Server.Federation.Status;

/// <summary>
/// How the federation goes, as far as the journal does not say: what the node that sends last found of the hub, and what members last
/// said of themselves. Nodes with one journal tell each other, so that each of them says the same; the newest counts. One process keeps
/// it in memory, and knows it again within <see cref="FederationLimits.HelloInterval"/> of a start.
/// </summary>
/// <param name="shared">Null for one process.</param>
/// <remarks>All members may be called from any thread at any time.</remarks>
internal sealed class FederationReports(SharedReports? shared, TimeProvider clock) : IDisposable
{
    private const string OfHub = "hub";
    private const string OfMember = "member:";

    /// <summary>What this process said last. Others may have said something newer.</summary>
    private readonly ConcurrentDictionary<string, Report> _own = new(StringComparer.Ordinal);

    public LinkHealth Hub => Find(OfHub, StatusJson.Default.LinkHealth) ?? new LinkHealth(null, null);

    /// <returns>Null for a member that has said nothing yet.</returns>
    public MemberReport? Find(string member) => Find(OfMember + member, StatusJson.Default.MemberReport);

    public void Tell(LinkHealth health) => Tell(OfHub, health, StatusJson.Default.LinkHealth);

    /// <param name="member">Enrolled: of nobody else is a report kept.</param>
    public void Tell(string member, MemberReport report) =>
        Tell(OfMember + member, report, StatusJson.Default.MemberReport);

    public void Dispose() => shared?.Dispose();

    private void Tell<T>(string subject, T said, JsonTypeInfo<T> json)
    {
        var report = new Report(clock.GetUtcNow(), JsonSerializer.Serialize(said, json));
        _own[subject] = report;
        shared?.Write(subject, report);
    }

    private T? Find<T>(string subject, JsonTypeInfo<T> json)
        where T : class
    {
        var (own, others) = (_own.GetValueOrDefault(subject), shared?.Find(subject));
        return (own is null || others?.At > own.At ? others : own) is { } newest
            ? JsonSerializer.Deserialize(newest.Text, json)
            : null;
    }
}

/// <param name="Text">JSON.</param>
internal sealed record Report(DateTimeOffset At, string Text);
