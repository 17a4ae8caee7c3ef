using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>
/// Every role assignment, found by code, by one-time code, by person and by place; and what each person may do today. Immutable.
/// Lists are in order of first day, then code, and are prepared when something changes, not when they are read.
/// </summary>
public sealed class RoleAssignmentDirectory
{
    private ImmutableDictionary<string, RoleAssignment> _byCode = ImmutableDictionary<string, RoleAssignment>.Empty;
    private ImmutableDictionary<string, string> _codeByHash = ImmutableDictionary<string, string>.Empty;
    private ImmutableDictionary<string, GrantsOfPerson> _grants = ImmutableDictionary<string, GrantsOfPerson>.Empty;
    private ImmutableHashSet<string> _erased = [];
    private KeyedLists<string, RoleAssignment> _byPerson = new(one => KeyOf(one.Person), ByFirstDay);
    private KeyedLists<string, RoleAssignment> _byPrincipal = new(one => KeyOf(one.Terms.OnBehalfOf), ByFirstDay);
    private KeyedLists<string, RoleAssignment> _unanswered = new(OffererOfUnanswered, ByFirstDay);
    private KeyedLists<Place, RoleAssignment> _byPlace = new(one => [one.Terms.Place], ByFirstDay);

    private RoleAssignmentDirectory() { }

    public static RoleAssignmentDirectory Empty { get; } = new();

    public RoleAssignment? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The assignment that a one-time code belongs or belonged to.</summary>
    /// <param name="hash">SHA-256 of the code, in lower-case hexadecimal digits.</param>
    public RoleAssignment? FindByCodeHash(string hash) =>
        _codeByHash.TryGetValue(hash, out var code) ? Find(code) : null;

    /// <summary>All that the person has, had or will have, with broken glass; also of somebody who was erased.</summary>
    public IReadOnlyList<RoleAssignment> OfPerson(string person) => _byPerson[person];

    /// <summary>All at exactly this place: offered, held, ended, taken back.</summary>
    public IReadOnlyList<RoleAssignment> AtPlace(Place place) => _byPlace[place];

    public int OpenOffersOf(string offerer, DateTimeOffset now) =>
        _unanswered[offerer].Count(assignment => assignment.IsOpen(now));

    /// <summary>How many roles the person has or will have; broken glass does not count.</summary>
    public int HeldBy(string person, DateOnly today) =>
        OfPerson(person).Count(one => one.Glass is null && (one.Terms.To is not { } last || last >= today));

    public int GlassOpenOf(string person, DateTimeOffset now) =>
        OfPerson(person).Count(one => one.Glass is not null && one.Holds(now));

    /// <summary>Whether somebody who was not erased has the role there, for at least one of the same services.</summary>
    public bool IsHeld(Role role, Place place, ServiceScope scope, DateTimeOffset now) =>
        AtPlace(place)
            .Any(one =>
                one.Terms.Role == role
                && one.Glass is null
                && PermissionTable.Overlap(one.Terms.Scope, scope)
                && one.Holds(now)
                && !_erased.Contains(one.Person!)
            );

    /// <summary>What the person may do in their own name. Nothing for somebody who was erased.</summary>
    public IReadOnlyList<Grant> GrantsOf(string person, DateTimeOffset now) => GrantsOf(person).Own(now);

    /// <summary>What the person may see: their own grants and those of their deputyships.</summary>
    public IReadOnlyList<Grant> GrantsToReadOf(string person, DateTimeOffset now) => GrantsOf(person).All(now);

    /// <summary>What the person may do when they say that they act for another.</summary>
    /// <param name="principal">Code of the person for whom they act.</param>
    public IReadOnlyList<Grant> GrantsOnBehalfOf(string person, string principal, DateTimeOffset now) =>
        GrantsOf(person).OnBehalfOf(principal, now);

    /// <param name="code">The stream's key.</param>
    public RoleAssignmentDirectory Apply(string code, RoleAssignmentEvent happened)
    {
        var before = Find(code);
        var after = RoleAssignmentHistory.Apply(before, happened);
        var next = (RoleAssignmentDirectory)MemberwiseClone();
        next._byCode = _byCode.SetItem(code, after);
        next._codeByHash = after.Offer is { } offer ? _codeByHash.SetItem(offer.CodeHash, code) : _codeByHash;
        next._byPerson = _byPerson.Replace(before, after);
        next._byPrincipal = _byPrincipal.Replace(before, after);
        next._unanswered = _unanswered.Replace(before, after);
        next._byPlace = _byPlace.Replace(before, after);
        next.Prepare(after);
        return next;
    }

    /// <summary>From now on nothing that the person has counts, nor what others hold on their behalf.</summary>
    public RoleAssignmentDirectory Erase(string person)
    {
        var next = (RoleAssignmentDirectory)MemberwiseClone();
        next._erased = _erased.Add(person);
        next._grants = _grants.Remove(person);
        foreach (var assignment in OfPerson(person))
        {
            next.Prepare(assignment);
        }

        return next;
    }

    private GrantsOfPerson GrantsOf(string person) => _grants.GetValueOrDefault(person, GrantsOfPerson.None);

    /// <summary>Only while this is being made: afterwards it does not change.</summary>
    private void Prepare(RoleAssignment changed)
    {
        foreach (var person in _byPrincipal[changed.Code].Append(changed).Select(one => one.Person).Distinct())
        {
            if (person is not null && !_erased.Contains(person))
            {
                _grants = _grants.SetItem(person, new GrantsOfPerson(OfPerson(person), PrincipalOf));
            }
        }
    }

    private RoleAssignment? PrincipalOf(RoleAssignment deputy) =>
        deputy.Terms.OnBehalfOf is { } code
        && Find(code) is { Person: { } person } principal
        && !_erased.Contains(person)
            ? principal
            : null;

    private static IEnumerable<string> OffererOfUnanswered(RoleAssignment assignment) =>
        assignment is { Person: null, Offer: { IsRevoked: false } offer } ? [offer.By] : [];

    private static IEnumerable<string> KeyOf(string? key) => key is null ? [] : [key];

    private static int ByFirstDay(RoleAssignment one, RoleAssignment other) =>
        one.Terms.From.CompareTo(other.Terms.From) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Code, other.Code);
}
