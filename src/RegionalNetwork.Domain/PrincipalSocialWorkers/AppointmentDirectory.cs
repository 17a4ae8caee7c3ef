using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>
/// Every Principal Social Worker, found by identifier and by council. Immutable. Appointments of a council are in order of first
/// day, then of the person's identifier; lists are prepared when something changes, not when they are read.
/// </summary>
public sealed class AppointmentDirectory
{
    private static readonly Timeline<Appointment> NoAppointments = TimelineOf([]);

    private readonly ImmutableDictionary<string, PrincipalSocialWorker> _byId;
    private readonly ImmutableDictionary<string, Timeline<Appointment>> _byCouncil;

    private AppointmentDirectory(
        ImmutableDictionary<string, PrincipalSocialWorker> byId,
        ImmutableDictionary<string, Timeline<Appointment>> byCouncil
    ) => (_byId, _byCouncil) = (byId, byCouncil);

    public static AppointmentDirectory Empty { get; } =
        new(
            ImmutableDictionary<string, PrincipalSocialWorker>.Empty,
            ImmutableDictionary<string, Timeline<Appointment>>.Empty
        );

    public PrincipalSocialWorker? Find(string psw) => _byId.GetValueOrDefault(psw);

    /// <summary>All appointments in a council, also past and coming ones.</summary>
    public IReadOnlyList<Appointment> OfCouncil(string council) => In(council).All;

    /// <summary>The appointments in force in a council on a day. A joint one is there once.</summary>
    public IReadOnlyList<Appointment> OfCouncilOn(string council, DateOnly date) => In(council).On(date);

    /// <param name="psw">The stream's key.</param>
    public AppointmentDirectory Apply(string psw, PswEvent happened)
    {
        var before = Find(psw);
        var after = PswHistory.Apply(before, happened);

        // An event adds or changes the person's last appointment, so only its council's list can differ.
        var council = after.Appointments.All[^1].Council;
        var others = OfCouncil(council).Where(appointment => appointment.Psw != psw);
        var own = after.Appointments.All.Where(appointment => appointment.Council == council);
        return new(_byId.SetItem(psw, after), _byCouncil.SetItem(council, TimelineOf(others.Concat(own))));
    }

    private Timeline<Appointment> In(string council) => _byCouncil.GetValueOrDefault(council, NoAppointments);

    private static Timeline<Appointment> TimelineOf(IEnumerable<Appointment> appointments) =>
        new(
            [.. appointments.OrderBy(appointment => appointment.From).ThenBy(a => a.Psw, StringComparer.Ordinal)],
            appointment => appointment.From,
            appointment => appointment.To
        );
}
