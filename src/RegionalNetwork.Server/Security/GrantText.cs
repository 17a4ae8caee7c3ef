using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// A role and its place as one text, for development tokens: <c>psw@council:E08000031</c>, <c>operator@service</c>, and
/// <c>psw@council:E08000031/adults</c> for one of the two services.
/// </summary>
internal static class GrantText
{
    private static readonly Dictionary<string, ServiceScope> Scopes = new(StringComparer.Ordinal)
    {
        ["childrens"] = ServiceScope.Childrens,
        ["adults"] = ServiceScope.Adults,
    };

    public static IReadOnlyCollection<string> ScopeNames => Scopes.Keys;

    public static ServiceScope ScopeNamed(string? name) => name is null ? ServiceScope.Both : Scopes[name];

    public static string Write(Grant grant)
    {
        var kind = grant.Place.Kind.ToString().ToLowerInvariant();
        var place = grant.Place.Code.Length == 0 ? kind : $"{kind}:{grant.Place.Code}";
        var scope = Scopes.FirstOrDefault(pair => pair.Value == grant.Scope).Key;
        return $"{Roles.NameOf(grant.Role)}@{place}{(scope is null ? "" : $"/{scope}")}";
    }

    /// <returns>Null for a role or a place that this service does not know: a token grants only what it spells right.</returns>
    public static Grant? Read(string text)
    {
        if (text.Split('@') is not [var roleName, var rest] || !Roles.TryParse(roleName, out var role))
        {
            return null;
        }

        var (place, scopeName) = rest.Split('/') switch
        {
            [var only] => (PlaceOf(only), null),
            [var first, var second] => (PlaceOf(first), second),
            _ => (null, null),
        };
        if (place is null || (scopeName is not null && !Scopes.ContainsKey(scopeName)))
        {
            return null;
        }

        return new Grant(role, place.Value) { Scope = ScopeNamed(scopeName) };
    }

    private static Place? PlaceOf(string text) =>
        text.Split(':') switch
        {
            ["council", var code] => CouncilRegister.England.Find(code) is { } council
                ? Place.Council(council.Code)
                : null,
            ["network", var id] when Identifier.IsValid(id) => Place.Network(id),
            ["region", var code] => CouncilRegister.England.FindRegion(code) is { } region
                ? Place.Region(region.Code)
                : null,
            ["nation"] => Place.Nation,
            ["service"] => Place.Service,
            _ => null,
        };
}
