using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Requests;

/// <summary>
/// What one request was shown of others' unpublished data: whose, and of what kind. One entry for each, however many of the
/// things were looked at, so that its size is bounded by the number of councils and networks.
/// </summary>
internal sealed class Disclosures
{
    private HashSet<Disclosure>? _all;

    /// <summary>Null for a request that was shown nothing of the kind: nearly every one.</summary>
    public IReadOnlyCollection<Disclosure>? All => _all;

    public void Add(Place owner, SharedSubject subject, Sight sight) =>
        (_all ??= []).Add(new Disclosure(owner, subject, sight));
}

/// <param name="Sight"><see cref="Sight.Shared"/> or <see cref="Sight.BrokenGlass"/>.</param>
internal readonly record struct Disclosure(Place Owner, SharedSubject Subject, Sight Sight);
