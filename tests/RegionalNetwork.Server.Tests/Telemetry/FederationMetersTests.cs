using System.Diagnostics.Metrics;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Telemetry;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>What is measured of links: by the name of the other node, and of no link that has ended.</summary>
public sealed class FederationMetersTests : IDisposable
{
    private const string Secret = "an unmistakable sentence";

    private readonly ManualTime _clock = new();
    private readonly FederationMeters _meters;
    private FederationStatus _status = new(null, []);

    public FederationMetersTests() => _meters = new FederationMeters(() => _status, _clock);

    public void Dispose() => _meters.Dispose();

    [Fact]
    public void Each_link_is_measured_by_the_name_of_the_other_node()
    {
        var now = _clock.GetUtcNow();
        _status = new FederationStatus(
            Hub(new LinkFault(Secret, now), leftAt: null),
            [
                Member("coventry", isEnrolled: true, new FederationProblem("OUT_OF_ORDER", Secret)),
                Member("left", isEnrolled: false, null),
            ]
        );
        _clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(
            [
                "delay from-member coventry 90",
                "delay to-hub hub.example.gov.uk 90",
                "failing from-member coventry 1",
                "failing to-hub hub.example.gov.uk 1",
                "lag from-member coventry 2",
                "lag to-hub hub.example.gov.uk 3",
                "quarantined from-member coventry 0",
                "quarantined to-hub hub.example.gov.uk 1",
                "silence from-member coventry 90",
                "silence to-hub hub.example.gov.uk 90",
            ],
            Measure()
        );
    }

    [Fact]
    public void Link_that_has_ended_is_not_measured()
    {
        _status = new FederationStatus(Hub(null, _clock.GetUtcNow()), []);

        Assert.Empty(Measure());
    }

    private HubStatus Hub(LinkFault? fault, DateTimeOffset? leftAt) =>
        new(
            "https://hub.example.gov.uk/path",
            "coventry",
            [],
            ReleaseLevel.Network,
            Queued: 5,
            Acknowledged: 2,
            Lag: 3,
            BehindSince: _clock.GetUtcNow(),
            AcknowledgedAt: null,
            HeardAt: _clock.GetUtcNow(),
            fault,
            [new QuarantinedMessage(1, "agency", [new QuarantineReason("CODE", Secret, null)])],
            Leaving: null,
            leftAt
        );

    private MemberStatus Member(string name, bool isEnrolled, FederationProblem? problem) =>
        new(
            name,
            [],
            ReleaseLevel.Network,
            isEnrolled,
            InvitedUntil: null,
            Acknowledged: 2,
            Lag: 2,
            BehindSince: _clock.GetUtcNow(),
            HeardAt: _clock.GetUtcNow(),
            problem,
            [],
            LeftAt: null
        );

    private List<string> Measure()
    {
        List<string> measured = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, mine) =>
        {
            // Other tests have meters of the same name.
            if (instrument.Meter == _meters.Meter)
            {
                mine.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
            {
                var names = string.Join(' ', tags.ToArray().Select(tag => tag.Value));
                measured.Add($"{instrument.Name.Split('.')[^1]} {names} {value:0}");
            }
        );
        listener.Start();
        listener.RecordObservableInstruments();
        return [.. measured.Order(StringComparer.Ordinal)];
    }
}
