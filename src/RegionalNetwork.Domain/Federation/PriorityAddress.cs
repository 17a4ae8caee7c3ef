using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Federation;

/// <summary>Which council's priority a message is about. Its text is told from a return's key by its first word.</summary>
/// <param name="Council">Nine-character code.</param>
/// <param name="Id">Unique within the council.</param>
public sealed record PriorityAddress(string Council, string Id)
{
    private const char Separator = '.';
    private const string Prefix = "priority";

    /// <returns>Null where the text is none.</returns>
    public static PriorityAddress? Find(string text) =>
        text.Split(Separator, 3) is [Prefix, var council, var id]
        && CouncilRegister.England.Find(council)?.Code == council
        && Identifier.IsValid(id)
            ? new PriorityAddress(council, id)
            : null;

    public override string ToString() => $"{Prefix}{Separator}{Council}{Separator}{Id}";
}
