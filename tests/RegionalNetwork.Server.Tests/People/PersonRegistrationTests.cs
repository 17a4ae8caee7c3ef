using System.Text;
using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Tests.Journal;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.People;

public sealed class PersonRegistrationTests : IAsyncLifetime
{
    private const string EraseMe =
        """mutation { eraseMe(input: { commandId: "erase" }) { person problems { code } } }""";

    private readonly TemporaryNetwork _network = new();

    public async ValueTask InitializeAsync() => await _network.OpenAsync();

    public ValueTask DisposeAsync() => _network.DisposeAsync();

    [Fact]
    public async Task Who_accepts_a_role_becomes_known_and_has_it()
    {
        await AcceptAsync("somebody", await OfferAsync());

        var person = Assert.Single(_network.Snapshot.People.InOrder);
        Assert.Matches("^person-[0-9a-f]{16}$", person);
        Assert.Equal(person, PersonOf("somebody"));
        Assert.Equal(
            [new Grant(Role.Operator, Place.Service)],
            _network.Snapshot.RoleAssignments.GrantsOf(person, DateTimeOffset.UtcNow)
        );
        Assert.Null(PersonOf("somebody else"));
    }

    [Fact]
    public async Task Somebody_is_registered_once_whatever_roles_they_accept()
    {
        var codes = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            codes.Add(await OfferAsync());
        }

        await Task.WhenAll(codes.Select(code => AcceptAsync("somebody", code)));

        var person = Assert.Single(_network.Snapshot.People.InOrder);
        Assert.Equal(4, _network.Snapshot.RoleAssignments.OfPerson(person).Count);
    }

    [Fact]
    public async Task Code_that_is_of_no_use_makes_nobody_known()
    {
        var code = await OfferAsync();
        await AcceptAsync("somebody", code);

        foreach (var useless in new[] { code, OneTimeCode.New() })
        {
            var answer = await _network.Host.AskAsync(Asked.SignedIn("late"), Accept(useless));
            Assert.Equal(["OFFER_CODE_INVALID"], answer.Data.Texts("acceptRole.problems", "code"));
        }

        Assert.Single(_network.Snapshot.People.InOrder);
    }

    [Fact]
    public async Task People_are_known_again_after_a_restart()
    {
        await AcceptAsync("somebody", await OfferAsync());
        var person = PersonOf("somebody");

        await _network.OpenAsync();

        Assert.NotNull(person);
        Assert.Equal(person, PersonOf("somebody"));
    }

    [Fact]
    public async Task People_read_what_is_kept_of_them()
    {
        await AcceptAsync("somebody", await OfferAsync());

        var answer = await _network.Host.AskAsync(Asked.SignedIn("somebody"), "{ viewer { personalData } }");
        var kept = JsonElement.Parse(answer.Data.Text("viewer.personalData")!);
        Assert.Equal("somebody", kept.Text("identity.subject"));
        Assert.Equal("https://issuer.example", kept.Text("identity.issuer"));
        Assert.Equal("A display name", kept.Text("identity.name"));
        Assert.Equal("Operator", kept.Text("roleAssignments.0.role"));
    }

    [Fact]
    public async Task Journal_says_nothing_of_who_somebody_is()
    {
        await AcceptAsync("an-unmistakable-subject", await OfferAsync());

        foreach (var entry in await _network.EntriesAsync())
        {
            var text = $"{entry.Actor} {Encoding.UTF8.GetString(entry.Payload.Span)}";
            Assert.DoesNotContain("an-unmistakable-subject", text, StringComparison.Ordinal);
            Assert.DoesNotContain("issuer.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("A display name", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Erased_person_is_a_code_without_roles_that_nobody_can_open()
    {
        await AcceptAsync("somebody", await OfferAsync());
        var before = _network.Snapshot.People.Find(PersonOf("somebody")!)!;
        Assert.NotNull(_network.Host.People.Open(before));

        var answer = await _network.Host.AskAsync(Asked.SignedIn("somebody"), EraseMe);

        Assert.Equal(before.Code, answer.Data.Text("eraseMe.person"));
        Assert.Null(PersonOf("somebody"));
        Assert.Null(_network.Host.People.Open(before));
        Assert.Empty(_network.Snapshot.RoleAssignments.GrantsOf(before.Code, DateTimeOffset.UtcNow));
        Assert.Single(_network.Snapshot.RoleAssignments.OfPerson(before.Code));
    }

    [Fact]
    public async Task Who_was_erased_comes_back_as_somebody_new()
    {
        await AcceptAsync("somebody", await OfferAsync());
        var before = PersonOf("somebody");
        await _network.Host.AskAsync(Asked.SignedIn("somebody"), EraseMe);

        await AcceptAsync("somebody", await OfferAsync());

        Assert.NotNull(PersonOf("somebody"));
        Assert.NotEqual(before, PersonOf("somebody"));
        await _network.OpenAsync();
        Assert.NotNull(PersonOf("somebody"));
    }

    [Fact]
    public async Task Who_is_not_known_has_nothing_to_erase_and_erases_nobody()
    {
        await AcceptAsync("somebody", await OfferAsync());
        var erase =
            $$"""mutation { erasePerson(input: { commandId: "e", person: "{{PersonOf("somebody")}}" }) { person } }""";

        var own = await _network.Host.AskAsync(Asked.SignedIn("unknown"), EraseMe);
        Assert.Equal(["PERSON_NOT_FOUND"], own.Data.Texts("eraseMe.problems", "code"));
        Assert.Equal(["FORBIDDEN"], (await _network.Host.AskAsync(Asked.SignedIn("unknown"), erase)).ErrorCodes);
        Assert.NotNull(PersonOf("somebody"));
    }

    private static string Accept(string code) =>
        $$"""mutation { acceptRole(input: { commandId: "{{Changes.NewId()}}", code: "{{code}}" }) { problems { code } } }""";

    private string? PersonOf(string subject) =>
        _network.Host.People.Find(_network.Snapshot.People, Asked.SignedIn(subject).Identity);

    private async Task AcceptAsync(string subject, string code)
    {
        var answer = await _network.Host.AskAsync(Asked.SignedIn(subject), Accept(code));
        Assert.Empty(answer.Data.Texts("acceptRole.problems", "code"));
    }

    private Task<string> OfferAsync() => _network.Host.OfferOperatorAsync();
}
