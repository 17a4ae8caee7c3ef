using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>One person's grants, made when something changes and picked by date when they are asked for.</summary>
internal sealed class GrantsOfPerson
{
    public static readonly GrantsOfPerson None = new([], _ => null);

    private readonly HeldGrant[] _own;
    private readonly HeldGrant[] _all;
    private readonly Dictionary<string, HeldGrant[]> _byPrincipal;

    /// <param name="assignments">What the person accepted, or opened by breaking the glass.</param>
    /// <param name="principalOf">The assignment on whose behalf another is held; null where that counts no more.</param>
    public GrantsOfPerson(IReadOnlyList<RoleAssignment> assignments, Func<RoleAssignment, RoleAssignment?> principalOf)
    {
        _all =
        [
            .. assignments.Select(assignment => HeldGrant.Of(assignment, principalOf(assignment))).OfType<HeldGrant>(),
        ];
        _own = [.. _all.Where(held => held.Principal is null)];
        _byPrincipal = _all.Where(held => held.Principal is not null)
            .GroupBy(held => held.Principal!.Person!)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    public IReadOnlyList<Grant> Own(DateTimeOffset now) => At(_own, now);

    public IReadOnlyList<Grant> All(DateTimeOffset now) => At(_all, now);

    public IReadOnlyList<Grant> OnBehalfOf(string principal, DateTimeOffset now) =>
        _byPrincipal.TryGetValue(principal, out var held) ? At(held, now) : [];

    private static Grant[] At(HeldGrant[] held, DateTimeOffset now)
    {
        var count = 0;
        foreach (var one in held)
        {
            count += one.Holds(now) ? 1 : 0;
        }

        var grants = count == 0 ? [] : new Grant[count];
        var next = 0;
        foreach (var one in held)
        {
            if (next < count && one.Holds(now))
            {
                grants[next++] = one.Grant;
            }
        }

        return grants;
    }

    /// <param name="Principal">Null for a grant of the person's own.</param>
    private sealed record HeldGrant(Grant Grant, RoleAssignment Assignment, RoleAssignment? Principal)
    {
        public static HeldGrant? Of(RoleAssignment assignment, RoleAssignment? principal)
        {
            if (assignment.Terms.OnBehalfOf is not null && principal is null)
            {
                return null;
            }

            var grant = new Grant(assignment.Terms.Role, assignment.Terms.Place)
            {
                Scope = assignment.Terms.Scope,
                BreakGlassReason = assignment.Glass?.Reason,
            };
            return new HeldGrant(grant, assignment, principal);
        }

        /// <summary>A deputyship ends with the role that it stands in for.</summary>
        public bool Holds(DateTimeOffset now) => Assignment.Holds(now) && (Principal is null || Principal.Holds(now));
    }
}
