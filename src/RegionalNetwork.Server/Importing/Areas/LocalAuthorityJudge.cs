using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Areas;

/// <summary>
/// Holds code, three-digit code and name of a local authority row against the register. A joint return is one row whose
/// codes and names are its members', joined.
/// </summary>
internal sealed class LocalAuthorityJudge(CouncilRegister register, FaultLog log)
{
    public void Judge(AreaCells cells, bool hasNewCodes, bool hasOldCodes, AreaVerdict verdict)
    {
        if (!hasNewCodes)
        {
            return;
        }

        if (AreaJudge.IsUnknownLocation(cells.NewLaCode))
        {
            AreaJudge.WarnNotHeld(StandardColumns.NewLaCode, cells.NewLaCode, verdict);
        }
        else if (cells.NewLaCode.Length == 0)
        {
            JudgeLegacy(cells, verdict);
        }
        else if (MembersOf(cells, verdict) is { Count: > 0 } members)
        {
            JudgeOldCode(cells, hasOldCodes, members, verdict);
            JudgeName(cells, cells.NewLaCode, members, verdict);
            verdict.Area = new(
                AreaLevel.LocalAuthority,
                Joined(members.Select(member => member.Code)),
                OldCodeOf(members),
                cells.LaName
            );
        }
    }

    /// <summary>A row of years ago may have the three-digit code only; it stays the code of the area.</summary>
    private void JudgeLegacy(AreaCells cells, AreaVerdict verdict)
    {
        var council = cells.OldLaCode.Length == 3 ? register.Find(cells.OldLaCode) : null;
        if (council is null)
        {
            verdict.Fault(
                cells.OldLaCode.Length == 0 ? ImportFaultCodes.AreaCodeBlank : ImportFaultCodes.AreaCodeUnknown,
                cells.OldLaCode.Length == 0 ? StandardColumns.NewLaCode : StandardColumns.OldLaCode,
                cells.OldLaCode,
                "Give the authority's nine-character code, or a three-digit code of the register."
                    + ByName(cells.LaName)
            );
            return;
        }

        JudgeName(cells, cells.OldLaCode, [council], verdict);
        verdict.Warn(
            ImportFaultCodes.AreaCodeLegacy,
            StandardColumns.NewLaCode,
            cells.OldLaCode,
            $"The row has a three-digit code only. If it is about today’s {council.Name}, write {council.Code}."
        );
        verdict.Area = new(AreaLevel.LocalAuthority, cells.OldLaCode, cells.OldLaCode, cells.LaName);
    }

    /// <returns>Empty when a code is not in the register.</returns>
    private List<Council> MembersOf(AreaCells cells, AreaVerdict verdict)
    {
        var members = new List<Council>();
        foreach (var code in Parts(cells.NewLaCode))
        {
            if (register.Find(code) is { } council && council.Code == code && !members.Contains(council))
            {
                members.Add(council);
                continue;
            }

            verdict.Fault(
                IsNineCharacters(code) ? ImportFaultCodes.AreaCodeUnknown : ImportFaultCodes.AreaCodeFormat,
                StandardColumns.NewLaCode,
                cells.NewLaCode,
                (
                    IsNineCharacters(code)
                        ? "The register has no council with this code."
                        : "Write the nine-character code, a letter and eight digits."
                ) + ByName(cells.LaName, log.Suggest(code, register.All.Select(known => known.Code)))
            );
            return [];
        }

        if (members.Count > 1 && register.FindJointReturn(Joined(members.Select(member => member.Code))) is null)
        {
            verdict.Warn(
                ImportFaultCodes.JointReturnUnlisted,
                StandardColumns.NewLaCode,
                cells.NewLaCode,
                "These councils are not known to send one return together. Check that the row is about all of them."
            );
        }

        return members;
    }

    private static void JudgeOldCode(AreaCells cells, bool hasOldCodes, List<Council> members, AreaVerdict verdict)
    {
        if (cells.OldLaCode.Length == 0)
        {
            verdict.Warn(
                ImportFaultCodes.AreaCodeBlank,
                StandardColumns.OldLaCode,
                null,
                hasOldCodes
                    ? "Fill in the three-digit code. It was taken from the register."
                    : "Add the column old_la_code. The codes were taken from the register."
            );
        }
        else if (OldCodeOf(members) is { } known && Joined(Parts(cells.OldLaCode)) != known)
        {
            verdict.Fault(
                ImportFaultCodes.AreaCodesDisagree,
                StandardColumns.OldLaCode,
                cells.OldLaCode,
                $"The three-digit code of {cells.NewLaCode} is {known}. Correct one of the codes."
            );
        }
    }

    private static void JudgeName(AreaCells cells, string code, List<Council> members, AreaVerdict verdict)
    {
        var known = Joined(members.Select(member => member.Name));
        var names = members.Count == 1 ? [cells.LaName] : Parts(cells.LaName);
        var matches =
            names.Length == members.Count
                ? names.Zip(members, (name, member) => AreaNames.Compare(name, member.Name)).ToHashSet()
                : [NameMatch.Different];
        if (cells.LaName.Length == 0)
        {
            verdict.Fault(
                ImportFaultCodes.AreaNameBlank,
                StandardColumns.LaName,
                null,
                $"Write {known}, the name of code {code}."
            );
        }
        else if (matches.Contains(NameMatch.Different))
        {
            verdict.Fault(
                ImportFaultCodes.AreaNameMismatch,
                StandardColumns.LaName,
                cells.LaName,
                $"Code {code} is {known}. Correct the code or the name."
            );
        }
        else if (matches.Contains(NameMatch.Variant))
        {
            verdict.Warn(
                ImportFaultCodes.AreaNameVariant,
                StandardColumns.LaName,
                cells.LaName,
                $"The name of {code} in the register is {known}. Write it so."
            );
        }
    }

    private string ByName(string name) => ByName(name, "");

    /// <summary>The code of the council of that name, or else the sentence given.</summary>
    private string ByName(string name, string otherwise) =>
        register.Live.FirstOrDefault(council =>
            !log.IsFull && name.Length > 0 && AreaNames.Compare(name, council.Name) != NameMatch.Different
        )
            is { } council
            ? $" Did you mean {council.Code}, {council.Name}?"
            : otherwise;

    private static string? OldCodeOf(List<Council> members) =>
        members.TrueForAll(member => member.ThreeDigitCode is not null)
            ? Joined(members.Select(member => member.ThreeDigitCode!))
            : null;

    private static bool IsNineCharacters(string code) =>
        code.Length == 9 && char.IsAsciiLetterUpper(code[0]) && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string[] Parts(string text) => text.Split('/', StringSplitOptions.TrimEntries);

    private static string Joined(IEnumerable<string> parts) => string.Join(JointReturn.Separator, parts);
}
