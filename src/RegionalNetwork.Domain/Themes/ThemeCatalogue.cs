using System.Collections.Frozen;

namespace RegionalNetwork.Domain.Themes;

/// <summary>The sixteen themes, in code order.</summary>
public static class ThemeCatalogue
{
    public static IReadOnlyList<Theme> All { get; } =
    [
        new("T01", "Anti-racist and anti-discriminatory practice"),
        new("T02", "Equality, diversity and inclusion (other characteristics; data quality)"),
        new("T03", "Recruitment and routes into social work"),
        new("T04", "Retention, turnover, vacancies, agency"),
        new("T05", "Workloads, caseloads and capacity"),
        new("T06", "Wellbeing and psychological safety"),
        new("T07", "Supervision and reflective practice"),
        new("T08", "Practice quality assurance and learning"),
        new("T09", "Practice models and relational practice"),
        new("T10", "Early career: ASYE, NQSW, students, placements"),
        new("T11", "CPD, progression, accreditation, registration"),
        new("T12", "Voice of practitioners, visibility of leaders, profile of the profession"),
        new("T13", "Participation and voice of people and children"),
        new("T14", "Inspection, regulation and regional peer challenge"),
        new("T15", "Research, evidence and academic partnership"),
        new("T16", "National reform and assurance (Family Help, LPS, charging reform, Panel requests)"),
    ];

    private static readonly FrozenDictionary<string, Theme> ByCode = All.ToFrozenDictionary(theme => theme.Code);

    public static Theme? Find(string code) => ByCode.GetValueOrDefault(code);
}
