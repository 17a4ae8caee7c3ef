using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Checks;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Server.Returns;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>Why a message stays in quarantine. The reasons are kept, so nothing of a faulty cell stands in them.</summary>
internal static class QuarantineReasons
{
    public static readonly QuarantineReason ReturnUnknown = new(
        "RETURN_UNKNOWN",
        "The hub knows no such collection, period or council. Bring it to the version of the node, then send the return again.",
        null
    );

    public static readonly QuarantineReason PriorityUnknown = new(
        "PRIORITY_UNKNOWN",
        "The hub knows no such council. Bring it to the version of the node, then send the priority again.",
        null
    );

    public static readonly QuarantineReason PriorityMissing = new(
        "MESSAGE_INCOMPLETE",
        "A priority that is shown is in its message. Bring the older of the two nodes to the version of the other.",
        null
    );

    public static readonly QuarantineReason SumsMissing = new(
        "MESSAGE_INCOMPLETE",
        "Sums have a version. Bring the older of the two nodes to the version of the other.",
        null
    );

    public static readonly QuarantineReason Incomplete = new(
        "MESSAGE_INCOMPLETE",
        "A release has a version, a level, a first day and a table. Bring the older of the two nodes to the version of the other.",
        null
    );

    public static readonly QuarantineReason TooLarge = new(
        "FILE_TOO_LARGE",
        $"A return has at most {ReturnCsv.BytesMax:N0} bytes. Check the return.",
        "table"
    );

    public static QuarantineReason DefinitionsDiffer(ReturnCollection collection) =>
        new(
            "DEFINITIONS_DIFFER",
            $"The hub has version {collection.Version} of the definitions of {collection.Code}. Restate the return by these, or bring the hub to the version of the node and send it again.",
            "version"
        );

    public static QuarantineReason Of(Refusal refusal) =>
        new(refusal.Code, refusal.Message, refusal.Path.Count == 0 ? null : string.Join('.', refusal.Path));

    public static QuarantineReason Of(ReturnFault fault) =>
        Of(new Refusal(fault.Code, fault.Message, fault.ToRefusal().Path));
}
