using RegionalNetwork.Domain.Themes;

namespace RegionalNetwork.Domain.Tests.Themes;

public sealed class ThemeCatalogueTests
{
    [Fact]
    public void Holds_the_sixteen_themes_in_order()
    {
        Assert.Equal(Enumerable.Range(1, 16).Select(number => $"T{number:00}"), ThemeCatalogue.All.Select(t => t.Code));
        Assert.Equal(16, ThemeCatalogue.All.Select(theme => theme.Title).Distinct().Count());
    }

    [Fact]
    public void A_theme_is_found_by_its_exact_code()
    {
        Assert.Equal("Anti-racist and anti-discriminatory practice", ThemeCatalogue.Find("T01")!.Title);
        Assert.Null(ThemeCatalogue.Find("t01"));
        Assert.Null(ThemeCatalogue.Find("T17"));
    }

    [Fact]
    public void Titles_are_those_of_the_domain_research()
    {
        var rows = File.ReadAllLines(SharedData.PathOf("../domain.md"))
            .Where(line =>
                line.Length > 5 && line.StartsWith("|T", StringComparison.Ordinal) && char.IsAsciiDigit(line[2])
            )
            .Select(line => line.Split('|'));

        Assert.Equal(rows.Select(row => new Theme(row[1], row[2])), ThemeCatalogue.All);
    }
}
