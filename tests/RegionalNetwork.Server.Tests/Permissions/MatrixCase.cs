using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>One caller asks about one target.</summary>
/// <param name="Variant">Which of the values in <see cref="MatrixArguments"/>.</param>
internal sealed record MatrixCase(ApprovedTable Table, MatrixCaller Caller, MatrixTarget Target, int Variant)
{
    public bool May(Permission permission, Place place) => Caller.May(Table, permission, place);
}
