using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>Who can write into the data folder runs the service.</summary>
internal static class LocalOperator
{
    public static Actor Actor { get; } = new(RoleAssignment.CommandLine, [new(Role.Operator, Place.Service)]);
}
