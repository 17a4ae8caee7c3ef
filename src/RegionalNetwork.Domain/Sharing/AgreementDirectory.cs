using System.Collections.Immutable;
using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>
/// Every sharing agreement, found by identifier and network, and who is party to what. Immutable. Lists are in order of first
/// day, then identifier. What <see cref="Cover"/> asks is prepared when an agreement changes: a read is one look-up and a few days.
/// </summary>
public sealed class AgreementDirectory : ISharingAgreements
{
    private readonly ImmutableDictionary<string, SharingAgreement> _byCode;
    private readonly KeyedLists<string, SharingAgreement> _byNetwork;
    private readonly KeyedLists<PartyKey, Stay> _stays;
    private readonly ImmutableDictionary<string, Stay[]> _staysOf;

    private AgreementDirectory(
        ImmutableDictionary<string, SharingAgreement> byCode,
        KeyedLists<string, SharingAgreement> byNetwork,
        KeyedLists<PartyKey, Stay> stays,
        ImmutableDictionary<string, Stay[]> staysOf
    ) => (_byCode, _byNetwork, _stays, _staysOf) = (byCode, byNetwork, stays, staysOf);

    public static AgreementDirectory Empty { get; } =
        new(
            ImmutableDictionary<string, SharingAgreement>.Empty,
            new(agreement => [agreement.Network], ByFirstDay),
            new(stay => stay.Keys, Stay.InOrder),
            ImmutableDictionary<string, Stay[]>.Empty
        );

    public SharingAgreement? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>All of a network, also ended and withdrawn ones.</summary>
    public IReadOnlyList<SharingAgreement> OfNetwork(string network) => _byNetwork[network];

    /// <summary>About named data: an agreement that shows less covers nothing here.</summary>
    public bool Cover(string network, string council, SharedSubject subject, DateOnly on) =>
        Holds(new PartyKey(network, council, subject, ""), on);

    /// <summary>The same for a council's own figures of one indicator.</summary>
    public bool CoverIndicator(string network, string council, string indicator, DateOnly on) =>
        Holds(new PartyKey(network, council, SharedSubject.Figures, indicator), on);

    /// <param name="code">The stream's key.</param>
    public AgreementDirectory Apply(string code, AgreementEvent happened)
    {
        var before = Find(code);
        var after = AgreementHistory.Apply(before, happened);
        var stays = _stays;
        foreach (var stay in _staysOf.GetValueOrDefault(code, []))
        {
            stays = stays.Replace(stay, null);
        }

        Stay[] current = [.. StaysOf(after)];
        foreach (var stay in current)
        {
            stays = stays.Replace(null, stay);
        }

        return new AgreementDirectory(
            _byCode.SetItem(code, after),
            _byNetwork.Replace(before, after),
            stays,
            _staysOf.SetItem(code, current)
        );
    }

    private bool Holds(PartyKey key, DateOnly on)
    {
        foreach (var stay in _stays[key])
        {
            if (stay.From <= on && on <= stay.To)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Stay> StaysOf(SharingAgreement agreement)
    {
        if (!agreement.Terms.Tiers.Contains(Tier.NetworkNamed))
        {
            yield break;
        }

        for (var i = 0; i < agreement.Signatures.Count; i++)
        {
            var signature = agreement.Signatures[i];
            var from = signature.From < agreement.Terms.From ? agreement.Terms.From : signature.From;
            var to = signature.LeftFrom is { } left && left <= agreement.LastDay ? left.AddDays(-1) : agreement.LastDay;
            if (from <= to)
            {
                yield return new Stay(agreement, i, from, to);
            }
        }
    }

    private static int ByFirstDay(SharingAgreement one, SharingAgreement other) =>
        one.Terms.From.CompareTo(other.Terms.From) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Code, other.Code);

    /// <param name="Indicator">Empty for the subject as a whole.</param>
    private readonly record struct PartyKey(string Network, string Council, SharedSubject Subject, string Indicator);

    /// <summary>One council is party to one agreement, from a day to a day.</summary>
    private sealed record Stay(SharingAgreement Agreement, int Signature, DateOnly From, DateOnly To)
    {
        public IEnumerable<PartyKey> Keys
        {
            get
            {
                var council = Agreement.Signatures[Signature].Council;
                return Agreement
                    .Terms.Subjects.Select(subject => new PartyKey(Agreement.Network, council, subject, ""))
                    .Concat(
                        Agreement.Terms.Indicators.Select(indicator => new PartyKey(
                            Agreement.Network,
                            council,
                            SharedSubject.Figures,
                            indicator
                        ))
                    );
            }
        }

        public static int InOrder(Stay one, Stay other) =>
            string.CompareOrdinal(one.Agreement.Code, other.Agreement.Code) is var order and not 0
                ? order
                : one.Signature.CompareTo(other.Signature);
    }
}
