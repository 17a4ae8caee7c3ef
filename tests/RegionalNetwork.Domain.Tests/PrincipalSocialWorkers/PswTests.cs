using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.PrincipalSocialWorkers;

public sealed class PswTests
{
    private const string Id = "psw-1";
    private static readonly DateOnly March2016 = new(2016, 3, 1);
    private static readonly DateOnly July2020 = new(2020, 7, 1);

    private static readonly PswAppointed Appointed = new(
        Id,
        Wolverhampton,
        ServiceScope.Both,
        PswForm.Hybrid,
        "Head of Service",
        March2016
    );

    private static readonly AppointPsw Appoint = new(
        Id,
        Wolverhampton,
        ServiceScope.Both,
        PswForm.Hybrid,
        "Head of Service",
        March2016
    );

    private readonly GrainSpec<PswState, PswCommand, PswEvent> _psw = new(
        PswState.Initial,
        PswDecider.Decide,
        PswDecider.Evolve
    );

    [Fact]
    public void A_joint_appointment_is_one_appointment_of_one_person()
    {
        _psw.When(PswOf(Wolverhampton), Appoint).Then(Appointed).When(AllRoles, Appoint).ThenNothing();

        var appointment = Assert.Single(_psw.State.Psw!.Appointments.All);
        Assert.Equal("Principal Social Worker (joint)", appointment.Title);
        Assert.True(appointment.Covers(ServiceScope.Childrens) && appointment.Covers(ServiceScope.Adults));
    }

    [Fact]
    public void A_post_for_one_service_covers_only_that()
    {
        _psw.Given(Appointed with { Scope = ServiceScope.Childrens });

        var appointment = _psw.State.Psw!.AppointmentOn(March2016)!;
        Assert.Equal("Principal Social Worker (children's)", appointment.Title);
        Assert.False(appointment.Covers(ServiceScope.Adults));
    }

    [Fact]
    public void Form_and_reporting_line_keep_their_history()
    {
        _psw.Given(Appointed)
            .When(PswOf(Wolverhampton), new ChangePswForm(Id, PswForm.Dedicated, July2020))
            .Then(new PswFormChanged(PswForm.Dedicated, July2020))
            .When(PswOf(Wolverhampton), new ChangePswReportingLine(Id, "Deputy Director", July2020))
            .Then(new PswReportingLineChanged("Deputy Director", July2020));

        var appointment = _psw.State.Psw!.AppointmentOn(July2020)!;
        Assert.Equal([March2016, July2020], appointment.Forms.Select(form => form.On));
        Assert.Equal((PswForm.Dedicated, "Deputy Director"), (appointment.Form, appointment.ReportingLine));
    }

    [Fact]
    public void A_form_not_stated_can_become_known_after_the_first_day() =>
        _psw.When(AllRoles, Appoint with { Form = PswForm.NotStated })
            .Then(Appointed with { Form = PswForm.NotStated })
            .When(AllRoles, new ChangePswForm(Id, PswForm.Hybrid, July2020))
            .Then(new PswFormChanged(PswForm.Hybrid, July2020));

    [Fact]
    public void The_same_form_or_line_again_changes_nothing() =>
        _psw.Given(Appointed)
            .When(AllRoles, new ChangePswForm(Id, PswForm.Hybrid, July2020))
            .ThenNothing()
            .When(AllRoles, new ChangePswReportingLine(Id, " Head of Service ", July2020))
            .ThenNothing();

    [Fact]
    public void A_reporting_line_not_said_can_be_filled_in_from_the_first_day() =>
        _psw.Given(Appointed with { ReportingLine = null })
            .When(AllRoles, new ChangePswReportingLine(Id, "Head of Service", March2016))
            .Then(new PswReportingLineChanged("Head of Service", March2016));

    [Fact]
    public void Changes_come_in_the_order_of_their_days()
    {
        _psw.Given(Appointed);

        _psw.When(AllRoles, new ChangePswForm(Id, PswForm.Dedicated, March2016))
            .ThenRefused("CHANGE_OUT_OF_ORDER", "on");
        _psw.When(AllRoles, new ChangePswReportingLine(Id, "Director", March2016))
            .ThenRefused("CHANGE_OUT_OF_ORDER", "on");
    }

    [Theory]
    [InlineData("Mrs Example, Head of Service")]
    [InlineData("Dr. Example")]
    [InlineData("Cllr Example")]
    public void A_reporting_line_names_no_person(string line) =>
        _psw.When(AllRoles, Appoint with { ReportingLine = line }).ThenRefused("ROLES_ONLY", "reportingLine");

    [Theory]
    [InlineData("Director of Children's Services (DCS) and Director of Adult Social Services")]
    [InlineData("Head of Service; dotted line to the deputy director")]
    public void A_reporting_line_names_roles(string line) =>
        _psw.When(AllRoles, Appoint with { ReportingLine = line }).Then(Appointed with { ReportingLine = line });

    [Fact]
    public void An_address_is_no_identifier_of_a_person() =>
        _psw.When(AllRoles, Appoint with { Psw = "someone@example.org" }).ThenRefused("INVALID_ID", "psw");

    [Fact]
    public void An_ended_appointment_stays_known_and_another_can_follow()
    {
        _psw.Given(Appointed)
            .When(AllRoles, new EndPswAppointment(Id, July2020))
            .Then(new PswAppointmentEnded(July2020))
            .When(AllRoles, new EndPswAppointment(Id, July2020))
            .ThenNothing()
            .When(PswOf(Coventry), Appoint with { Council = Coventry, From = July2020.AddDays(1) })
            .Then(Appointed with { Council = Coventry, From = July2020.AddDays(1) });

        Assert.Equal(Wolverhampton, _psw.State.Psw!.AppointmentOn(July2020)!.Council);
        Assert.Equal(Coventry, _psw.State.Psw!.AppointmentOn(July2020.AddDays(1))!.Council);
    }

    [Fact]
    public void One_person_has_one_appointment_at_a_time()
    {
        _psw.Given(Appointed);
        _psw.When(AllRoles, Appoint with { From = July2020 }).ThenRefused("ALREADY_APPOINTED", "from");
        _psw.Given(new PswAppointmentEnded(July2020));
        _psw.When(AllRoles, Appoint with { From = July2020 }).ThenRefused("ALREADY_APPOINTED", "from");
    }

    [Fact]
    public void An_appointment_does_not_end_before_its_last_change()
    {
        _psw.Given(Appointed, new PswFormChanged(PswForm.Dedicated, July2020));

        _psw.When(AllRoles, new EndPswAppointment(Id, July2020.AddDays(-1))).ThenRefused("INVALID_DATES", "to");
        _psw.When(AllRoles, new EndPswAppointment(Id, July2020)).Then(new PswAppointmentEnded(July2020));
    }

    [Fact]
    public void Without_an_appointment_that_goes_on_there_is_nothing_to_change()
    {
        _psw.When(AllRoles, new ChangePswForm(Id, PswForm.Dedicated, July2020)).ThenRefused("NOT_APPOINTED", "psw");
        _psw.Given(Appointed, new PswAppointmentEnded(July2020));
        _psw.When(AllRoles, new ChangePswForm(Id, PswForm.Dedicated, July2020)).ThenRefused("NOT_APPOINTED", "psw");
        _psw.When(AllRoles, new EndPswAppointment(Id, July2020.AddDays(1))).ThenRefused("NOT_APPOINTED", "psw");
    }

    [Fact]
    public void Only_the_councils_own_people_record_its_appointments()
    {
        Actor[] others = [PswOf(Coventry), DataOfficerOf(Wolverhampton), Coordinator, NationalOffice, Operator];
        foreach (var other in others)
        {
            _psw.When(other, Appoint).ThenRefused("NOT_PERMITTED");
        }

        _psw.Given(Appointed);
        PswCommand[] commands =
        [
            new ChangePswForm(Id, PswForm.Dedicated, July2020),
            new ChangePswReportingLine(Id, "Director", July2020),
            new EndPswAppointment(Id, July2020),
        ];
        foreach (var (other, command) in others.SelectMany(other => commands.Select(command => (other, command))))
        {
            _psw.When(other, command).ThenRefused("NOT_PERMITTED");
        }
    }

    [Fact]
    public void Appointments_of_one_person_have_a_limit()
    {
        for (var number = 1; number < Limits.AppointmentsPerPerson; number++)
        {
            var day = March2016.AddDays(number);
            _psw.Given(Appointed with { From = day }, new PswAppointmentEnded(day));
        }

        _psw.When(AllRoles, Appoint with { From = July2020 })
            .Then(Appointed with { From = July2020 })
            .When(AllRoles, new EndPswAppointment(Id, July2020))
            .Then(new PswAppointmentEnded(July2020))
            .When(AllRoles, Appoint with { From = July2020.AddDays(1) })
            .ThenRefused("TOO_MANY");
    }

    [Fact]
    public void Changes_in_one_appointment_have_a_limit()
    {
        _psw.Given(Appointed);
        for (var number = 1; number < Limits.ChangesPerAppointment - 1; number++)
        {
            var form = number % 2 == 0 ? PswForm.Hybrid : PswForm.Dedicated;
            _psw.Given(
                new PswFormChanged(form, March2016.AddDays(number)),
                new PswReportingLineChanged($"Role {number}", March2016.AddDays(number))
            );
        }

        _psw.When(AllRoles, new ChangePswForm(Id, PswForm.Dedicated, July2020))
            .Then(new PswFormChanged(PswForm.Dedicated, July2020))
            .When(AllRoles, new ChangePswReportingLine(Id, "Role", July2020))
            .Then(new PswReportingLineChanged("Role", July2020));
        _psw.When(AllRoles, new ChangePswForm(Id, PswForm.Hybrid, July2020.AddDays(1))).ThenRefused("TOO_MANY");
        _psw.When(AllRoles, new ChangePswReportingLine(Id, "Other", July2020.AddDays(1))).ThenRefused("TOO_MANY");
    }
}
