using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Importing;

/// <summary>What reading a file gave: a data set, or every reason why there is none.</summary>
/// <param name="DataSet">Null exactly when there are faults.</param>
/// <param name="Faults">In order of file and row, the first <see cref="ImportLimits.FaultsReportedMax"/>.</param>
/// <param name="FaultCount">How many faults there are in all.</param>
/// <param name="Warnings">Each kind once for each column and value, at the first row where it occurs.</param>
/// <param name="ContentHash">
/// SHA-256 in lower-case hexadecimal: of the data file alone, or of the hashes of data and metadata one after the other.
/// Null when a file was too large to read.
/// </param>
/// <param name="SuggestedTitle">From the file name: <c>Csww indicators</c>.</param>
/// <param name="SuggestedSlug">The same for every vintage, whatever years its file name states: <c>csww-indicators</c>.</param>
public sealed record ImportReading(
    DataSet? DataSet,
    IReadOnlyList<ImportFault> Faults,
    int FaultCount,
    IReadOnlyList<ImportFault> Warnings,
    string? ContentHash,
    string SuggestedTitle,
    string SuggestedSlug
);
