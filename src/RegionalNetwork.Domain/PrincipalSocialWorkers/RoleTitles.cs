using System.Text.RegularExpressions;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>A reporting line is made of titles of roles. A form of address before a capital letter gives a name away.</summary>
internal static partial class RoleTitles
{
    private const int TimeoutMilliseconds = 1_000;

    public static string? Checked(string? reportingLine, InputCheck input)
    {
        var line = input.OptionalLine(reportingLine, Limits.LineCharacters, "reportingLine");
        input.Require(line is null || !NameSomebody(line), PswRefusals.RolesOnly());
        return line;
    }

    /// <summary>Whether the text gives a name away where only roles may stand.</summary>
    public static bool NameSomebody(string text) => FormOfAddress().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Cllr)\b\.? +[A-Z]",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex FormOfAddress();
}
