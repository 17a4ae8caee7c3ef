using System.Text;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Execution.Costs;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary><c>extensions.cost</c>: what the operation can cost, for a client that asked.</summary>
internal static class CostReport
{
    public static void Write(OperationCost cost, double limit, JsonBuffer buffer)
    {
        var text =
            $"\"extensions\":{{\"cost\":{{\"typeCost\":{OperationCost.Show(cost.TypeCost)},"
            + $"\"fieldCost\":{OperationCost.Show(cost.FieldCost)},\"units\":{OperationCost.Show(cost.Units)},\"limit\":{OperationCost.Show(limit)}}}}}";
        buffer.WriteRaw(Encoding.UTF8.GetBytes(text));
    }
}
