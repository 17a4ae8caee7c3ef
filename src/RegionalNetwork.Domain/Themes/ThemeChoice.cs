using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Themes;

/// <summary>The themes of a priority or a workstream, as codes: one leads, up to two go with it.</summary>
public sealed record ThemeChoice(string Lead, IReadOnlyList<string> Further)
{
    /// <summary>True for the lead theme and for a further one.</summary>
    public bool Includes(string code) => Lead == code || Further.Contains(code);

    /// <summary>The lead theme first.</summary>
    public IEnumerable<string> All() => Further.Prepend(Lead);

    internal void Check(InputCheck input)
    {
        input.Add(Fault(Lead, "leadTheme"));
        if (Further.Count > Limits.FurtherThemes)
        {
            input.Add(CommonRefusals.TooMany("further themes", Limits.FurtherThemes, "furtherThemes"));
            return;
        }

        for (var index = 0; index < Further.Count; index++)
        {
            input.Add(Fault(Further[index], "furtherThemes", $"{index}"));
        }

        input.Require(
            All().Distinct().Count() == Further.Count + 1,
            new Refusal(
                "THEME_REPEATED",
                "Name each theme once: the lead theme is not a further theme.",
                "furtherThemes"
            )
        );
    }

    internal bool SameAs(ThemeChoice other) => Lead == other.Lead && Further.SequenceEqual(other.Further);

    private static Refusal? Fault(string code, params IReadOnlyList<string> path) =>
        ThemeCatalogue.Find(code) is null
            ? new Refusal("THEME_NOT_FOUND", "Give the code of one of the sixteen themes, T01 to T16.", path)
            : null;
}
