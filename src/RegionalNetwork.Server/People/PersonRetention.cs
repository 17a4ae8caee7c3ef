using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.People;

/// <summary>
/// Erases who left, once the last of their roles has been over for as long as <see cref="RetentionClasses.PersonalDetails"/> says, and
/// destroys keys that a crash left behind after an erasure. Once the server listens, and then each night.
/// </summary>
internal sealed class PersonRetention(NetworkHost network, ILogger log)
{
    /// <summary>The service itself, in the role of those who may erase people.</summary>
    private static readonly Actor Itself = new("service:retention", [new(Role.Operator, Place.Service)]);

    /// <summary>After midnight, so that no clock is still on the day before.</summary>
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(10);

    public void Run(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStarted.Register(() => _ = RunAsync(lifetime.ApplicationStopping));

    /// <summary>Ends when it is cancelled, never with an exception: a night that failed is made up for by the next.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await ForgetAsync(cancellation);
                var now = network.Clock.GetUtcNow();
                await Task.Delay(now.Date.AddDays(1) + AfterMidnight - now.UtcDateTime, network.Clock, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is left is done after the next start.
        }
    }

    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var snapshot = network.Projection.Current.Snapshot;
        try
        {
            network.People.FinishErasures(snapshot.People);
            var today = DateOnly.FromDateTime(network.Clock.GetUtcNow().UtcDateTime);
            foreach (var code in snapshot.People.InOrder)
            {
                if (snapshot.People.Find(code) is { IsErased: false } person && IsDue(snapshot, person, today))
                {
                    await EraseAsync(person, cancellation);
                }
            }
        }
        catch (Exception fault)
            when (fault is JournalUnavailableException or GrainBusyException or ObjectDisposedException)
        {
            LogMessages.ErasureFailed(log, fault);
        }
    }

    /// <summary>The key goes after the journal says so, as when somebody asks for it.</summary>
    private async Task EraseAsync(Person person, CancellationToken cancellation)
    {
        var id = $"retention-{Guid.CreateVersion7():N}";
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
