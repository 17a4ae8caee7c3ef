using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Councils;

/// <summary>Checks the councils that commands name.</summary>
internal static class CouncilCodes
{
    public const string NotFound = "COUNCIL_NOT_FOUND";

    public const string NotInBeing = "COUNCIL_NOT_IN_BEING";

    /// <summary>Refuses anything but a nine-character code of the register.</summary>
    public static Refusal? Fault(string code, params IReadOnlyList<string> path) =>
        IsKnown(code)
            ? null
            : new Refusal(
                NotFound,
                $"Give a council's nine-character code, such as E08000031, not '{Shown(code)}'.",
                path
            );

    /// <summary>Refuses also a council that did not exist on the day.</summary>
    public static Refusal? FaultOn(DateOnly date, string code, params IReadOnlyList<string> path) =>
        Fault(code, path)
        ?? (
            CouncilRegister.England.Find(code)!.ExistedOn(date)
                ? null
                : new Refusal(
                    NotInBeing,
                    $"{CouncilRegister.England.Find(code)!.Name} ({code}) did not exist on {date:d MMMM yyyy}. Give the council that did.",
                    path
                )
        );

    // A three-digit code finds a council too, but is not the key of a grain.
    private static bool IsKnown(string code) => CouncilRegister.England.Find(code)?.Code == code;

    private static string Shown(string code) => code.Length <= Limits.IdCharacters ? code : code[..Limits.IdCharacters];
}
