using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.People;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Persons;

public sealed class PersonTests
{
    private const string Code = "person-00112233445566aa";
    private static readonly DateOnly Today = new(2022, 4, 1);
    private static readonly Actor Themselves = new(Code, []);
    private static readonly RegisterPerson Register = new(Code, PersonKind.Human, "c2VhbGVk");
    private static readonly PersonRegistered Registered = new(Code, PersonKind.Human, "c2VhbGVk", Today);

    private readonly GrainSpec<PersonState, PersonCommand, PersonEvent> _person = new(
        PersonState.Initial,
        PersonDecider.Decide,
        PersonDecider.Evolve
    );

    [Fact]
    public void Somebody_registers_themselves_and_again_changes_nothing() =>
        _person
            .When(Themselves, Register)
            .Then(Registered)
            .When(Themselves, Register with { SealedIdentity = "b3RoZXI=" })
            .ThenNothing()
            .When(Themselves, Register with { Kind = PersonKind.Application })
            .ThenRefused("ID_TAKEN", "id");

    [Fact]
    public void Nobody_registers_somebody_else() => _person.When(Operator, Register).ThenRefused("NOT_PERMITTED");

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    public void A_sealed_identity_is_base64(string sealedIdentity) =>
        _person
            .When(Themselves, Register with { SealedIdentity = sealedIdentity })
            .ThenRefused("SEALED_IDENTITY_INVALID", "sealedIdentity");

    [Fact]
    public void A_sealed_identity_has_a_limit()
    {
        var most = Convert.ToBase64String(new byte[Limits.SealedIdentityBytes]);

        _person
            .When(
                Themselves,
                Register with
                {
                    SealedIdentity = Convert.ToBase64String(new byte[Limits.SealedIdentityBytes + 1]),
                }
            )
            .ThenRefused("SEALED_IDENTITY_INVALID", "sealedIdentity");
        _person
            .When(Themselves, Register with { SealedIdentity = most })
            .Then(Registered with { SealedIdentity = most });
    }

    [Fact]
    public void A_person_erases_themselves_once_and_is_not_registered_again()
    {
        _person
            .Given(Registered)
            .When(Themselves, new ErasePerson(Code))
            .Then(new PersonErased(Today))
            .When(Themselves, new ErasePerson(Code))
            .ThenNothing()
            .When(Themselves, Register)
            .ThenRefused("PERSON_ERASED");
        Assert.Null(_person.State.Person!.SealedIdentity);
    }

    [Fact]
    public void An_operator_erases_somebody_at_their_wish() =>
        _person.Given(Registered).When(Operator, new ErasePerson(Code)).Then(new PersonErased(Today));

    [Fact]
    public void Who_may_not_erase_somebody_is_not_told_whether_they_are_known()
    {
        _person.When(Coordinator, new ErasePerson(Code)).ThenRefused("PERSON_NOT_FOUND", "person");
        _person.Given(Registered).When(Coordinator, new ErasePerson(Code)).ThenRefused("PERSON_NOT_FOUND", "person");
        _person
            .When(Themselves with { OnBehalfOf = "person-ff" }, new ErasePerson(Code))
            .ThenRefused("PERSON_NOT_FOUND", "person");
    }

    [Fact]
    public void The_directory_keeps_who_was_erased_as_a_code()
    {
        var directory = PersonDirectory.Empty.Apply(Code, Registered).Apply(Code, new PersonErased(Today));

        Assert.Equal([Code], directory.InOrder);
        Assert.True(directory.Find(Code)!.IsErased);
        Assert.Null(directory.Find(Code)!.SealedIdentity);
        Assert.Null(directory.Find("person-none"));
    }
}
