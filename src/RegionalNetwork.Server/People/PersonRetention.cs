using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.People;

/// <summary>
/// Erases who left, once the last of their roles has been over for as long as <see cref="RetentionClasses.PersonalDetails"/> says, and
/// destroys keys that are still here after an erasure: by another node, or before a crash.
/// </summary>
internal sealed class PersonRetention(NetworkHost network)
{
    /// <summary>The service itself, in the role of those who may erase people.</summary>
    private static readonly Actor Itself = new("service:retention", [new(Role.Operator, Place.Service)]);

    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(10);

    /// <summary>In the journal, for all nodes.</summary>
    public NightlyTask Erasure => new("erase-people", AfterMidnight, IsShared: true, EraseAsync);

    /// <summary>Among this node's keys, after those that other nodes erased.</summary>
    public NightlyTask KeyDestruction =>
        new("destroy-keys", AfterMidnight + AfterMidnight, IsShared: false, DestroyKeysAsync);

    /// <returns>Whether nobody is left who is due.</returns>
    public async Task<bool> EraseAsync(CancellationToken cancellation)
    {
        var snapshot = network.Projection.Current.Snapshot;
        var today = DateOnly.FromDateTime(network.Clock.GetUtcNow().UtcDateTime);
        foreach (var code in snapshot.People.InOrder)
        {
            cancellation.ThrowIfCancellationRequested();
            if (snapshot.People.Find(code) is { IsErased: false } person && IsDue(snapshot, person, today))
            {
                await EraseAsync(person, cancellation);
            }
        }

        return true;
    }

    public Task<bool> DestroyKeysAsync(CancellationToken cancellation)
    {
        network.People.FinishErasures(network.Projection.Current.Snapshot.People);
        return Task.FromResult(true);
    }

    /// <summary>The key goes after the journal says so, as when somebody asks for it.</summary>
    private async Task EraseAsync(Person person, CancellationToken cancellation)
    {
        // The same of every node, so that the journal takes it once.
        var id = $"retention-{person.Code}";
        var reply = await network.Grains.SendAsync(Itself, id, new ErasePerson(person.Code), cancellation);
        if (reply is not GrainReply<Refusal>.Refused)
        {
            network.People.Forget(person);
        }
    }

    private static bool IsDue(NetworkSnapshot snapshot, Person person, DateOnly today) =>
        LeftOn(person, snapshot.RoleAssignments.OfPerson(person.Code)) is { } left
        && today > left.AddMonths(RetentionClasses.PersonalDetails.MonthsKept!.Value);

    /// <returns>The last day of the last role, or of being registered where there is none; null while one has no last day.</returns>
    private static DateOnly? LeftOn(Person person, IReadOnlyList<RoleAssignment> assignments)
    {
        var last = person.RegisteredOn;
        foreach (var assignment in assignments)
        {
            var to = assignment.Glass is { } glass
                ? DateOnly.FromDateTime(glass.Until.UtcDateTime)
                : assignment.Terms.To;
            if (to is null)
            {
                return null;
            }

            last = to > last ? to.Value : last;
        }

        return last;
    }
}
