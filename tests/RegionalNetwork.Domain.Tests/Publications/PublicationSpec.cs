using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Tests.Publications;

/// <summary>Given events, when a command, then exactly these events or refusals.</summary>
internal sealed class PublicationSpec
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private PublicationState _state = PublicationState.Initial;
    private Actor _actor = Operator;
    private Decision<PublicationEvent> _decision = Decision<PublicationEvent>.Unchanged;

    public static Actor Operator { get; } = new("operator", [new(Role.Operator, Place.Service)]);

    public static Actor CouncilActor(Role role, string council) => new("someone", [new(role, Place.Council(council))]);

    public static PublicationId Id(string slug) =>
        PublicationId.TryParse(slug, out var id) ? id : throw new ArgumentException(slug, nameof(slug));

    public static string Hash(char digit) => new(digit, 64);

    public PublicationSpec Given(params PublicationEvent[] events)
    {
        _state = events.Aggregate(_state, (state, happened) => state.Evolve(happened));
        return this;
    }

    public PublicationSpec By(Actor actor)
    {
        _actor = actor;
        return this;
    }

    public PublicationSpec When(PublicationCommand command)
    {
        _decision = command.Decide(_state, new CommandContext(_actor, Now));
        return this;
    }

    public IReadOnlyList<PublicationEvent> Events => _decision.Events;

    public void Then(params PublicationEvent[] expected)
    {
        Assert.Empty(_decision.Refusals);
        // As JSON, because arrays compare by reference.
        Assert.Equal(expected.Select(Json), _decision.Events.Select(Json));
    }

    public void ThenUnchanged() => Then();

    public void ThenRefused(params string[] codes)
    {
        Assert.Empty(_decision.Events);
        Assert.Equal(codes, _decision.Refusals.Select(refusal => refusal.Code));
    }

    private static string Json(PublicationEvent happened) =>
        $"{happened.GetType().Name} {JsonSerializer.Serialize(happened, happened.GetType())}";
}
