using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Federation.Members;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Federation;

/// <summary>
/// This server as a part of a federation: as a hub it takes what its member nodes send, as a member node it sends what its councils
/// released to a hub of its own. It may be neither, either or both.
/// </summary>
internal sealed class FederationNode : IDisposable
{
    private readonly NodeKey _key;
    private readonly FederationReports _reports;
    private readonly HubSender _sender;
    private readonly SendingTurns _sending;
    private readonly EnrolmentEndpoint _enrolment;
    private readonly BatchEndpoint _batches;
    private readonly StatusEndpoints _status;
    private readonly FederationMeters _meters;

    public FederationNode(NetworkHost network, JournalPlace place, ILogger log)
    {
        _reports = network.OpenFederationReports();
        _key = NodeKey.Of(place);
        _sender = new HubSender(network, _key, _reports, log);
        _sending = new SendingTurns(network, _sender);
        _enrolment = new EnrolmentEndpoint(network, _key);
        _batches = new BatchEndpoint(network, _key, _reports, log);
        _status = new StatusEndpoints(network, _reports);
        _meters = new FederationMeters(
            () => FederationStatus.Of(network.Projection.Current.Snapshot, _reports),
            network.Clock
        );
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/federation/members", _enrolment.PostAsync);
        routes.MapPost("/federation/batches", _batches.PostAsync);
        _status.Map(routes);
    }

    /// <summary>Ends when it is cancelled, never with an exception.</summary>
    public Task RunAsync(CancellationToken cancellation) => _sending.RunAsync(cancellation);

    public void Dispose()
    {
        _meters.Dispose();
        _sender.Dispose();
        _key.Dispose();
        _reports.Dispose();
    }
}
