using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.PrincipalSocialWorkers;

public sealed class AppointmentDirectoryTests
{
    private static readonly DateOnly April2020 = new(2020, 4, 1);

    private static readonly AppointmentDirectory Directory = AppointmentDirectory
        .Empty.Apply("b", Appointed("b", Wolverhampton, April2020))
        .Apply("a", Appointed("a", Wolverhampton, April2020))
        .Apply("c", Appointed("c", Wolverhampton, April2020.AddDays(-1)));

    [Fact]
    public void Appointments_of_a_council_are_in_order_of_first_day_then_person() =>
        Assert.Equal(["c", "a", "b"], Directory.OfCouncil(Wolverhampton).Select(appointment => appointment.Psw));

    [Fact]
    public void Those_in_force_are_found_by_day()
    {
        var after = Directory.Apply("c", new PswAppointmentEnded(April2020));

        Assert.Equal(["c", "a", "b"], after.OfCouncilOn(Wolverhampton, April2020).Select(a => a.Psw));
        Assert.Equal(["a", "b"], after.OfCouncilOn(Wolverhampton, April2020.AddDays(1)).Select(a => a.Psw));
        Assert.Empty(after.OfCouncilOn(Wolverhampton, April2020.AddDays(-2)));
        Assert.Empty(after.OfCouncilOn(Coventry, April2020));
    }

    [Fact]
    public void Who_moves_is_in_both_councils_lists()
    {
        var moved = Directory
            .Apply("c", new PswAppointmentEnded(April2020))
            .Apply("c", Appointed("c", Coventry, April2020.AddDays(1)));

        Assert.Equal(["c", "a", "b"], moved.OfCouncil(Wolverhampton).Select(appointment => appointment.Psw));
        Assert.Equal(["c"], moved.OfCouncil(Coventry).Select(appointment => appointment.Psw));
        Assert.Equal(2, moved.Find("c")!.Appointments.All.Count);
    }

    private static PswAppointed Appointed(string psw, string council, DateOnly from) =>
        new(psw, council, ServiceScope.Both, PswForm.Dedicated, null, from);
}
