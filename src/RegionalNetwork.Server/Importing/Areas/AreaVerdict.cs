using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Importing.Areas;

/// <summary>What the area cells of a row come to.</summary>
internal sealed class AreaVerdict
{
    private readonly List<Finding> _findings = [];

    /// <summary>Null when there are faults, or when the area is valid but not one that the network holds.</summary>
    public AreaReference? Area { get; set; }

    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasFaults => _findings.Exists(finding => finding.IsFault);

    public void Add(Finding finding) => _findings.Add(finding);

    public void Fault(string code, string column, string? value, string message) =>
        _findings.Add(Finding.Fault(code, column, value, message));

    public void Warn(string code, string column, string? value, string message) =>
        _findings.Add(Finding.Warning(code, column, value, message));
}
