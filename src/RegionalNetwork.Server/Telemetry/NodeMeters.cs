using System.Diagnostics.Metrics;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>How this node is now: read when a measurement is due, and at no other time.</summary>
internal sealed class NodeMeters : IDisposable
{
    private const string ConditionTag = "regionalnetwork.condition.code";

    private readonly Meter _meter = new("RegionalNetwork.Node");

    public NodeMeters(NetworkHost network, NodeHealth health, JournalWatch watch, DirectoryInfo data)
    {
        _meter.CreateObservableGauge(
            "regionalnetwork.node.ready",
            () => health.Conditions.Count == 0 ? 1 : 0,
            "{node}",
            "1 where the node is ready for requests, as /health/ready says; else 0."
        );
        _meter.CreateObservableGauge(
            "regionalnetwork.node.condition",
            () =>
                health.Conditions.Select(condition => new Measurement<int>(
                    1,
                    ServerMeters.Tag(ConditionTag, condition.Code)
                )),
            "{condition}",
            "1 for each reason, by its code, for which the node is not ready; nothing where it is."
        );
        _meter.CreateObservableGauge(
            "regionalnetwork.projection.position",
            () => health.Progress.Position,
            "{position}",
            "Position of the journal that the snapshot has come to."
        );
        _meter.CreateObservableGauge(
            "regionalnetwork.projection.lag",
            () => Math.Max(0, health.Progress.End - health.Progress.Position),
            "{position}",
            "Positions of the journal that the snapshot lacks, as the journal was a second ago."
        );
        _meter.CreateObservableGauge(
            "regionalnetwork.projection.delay",
            () => watch.Delay.TotalSeconds,
            "s",
            "How long ago the oldest end of the journal was seen that the snapshot has not come to; 0 where there is none."
        );
        _meter.CreateObservableGauge(
            "regionalnetwork.snapshot.age",
            () => network.Projection.Age.TotalSeconds,
            "s",
            "How long ago the snapshot was made; where nothing is written it grows, and nothing is wrong."
        );
        _meter.CreateObservableGauge(
            "regionalnetwork.column.kept",
            () => network.Projection.Current.Snapshot.Returned.ColumnsKept,
            "{column}",
            "Masked columns of returned figures that are kept."
        );
        _meter.CreateObservableCounter(
            "regionalnetwork.column.made",
            () => network.Projection.Current.Snapshot.Returned.ColumnsMade,
            "{column}",
            "Masked columns of returned figures that were not kept and had to be made."
        );
        _meter.CreateObservableGauge(
            "regionalnetwork.data.available",
            () => new DriveInfo(data.FullName).AvailableFreeSpace,
            "By",
            "Free space where the data folder is."
        );
    }

    public void Dispose() => _meter.Dispose();
}
