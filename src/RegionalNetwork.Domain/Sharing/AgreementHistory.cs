namespace RegionalNetwork.Domain.Sharing;

/// <summary>Folds a sharing agreement's events into what it is. An event that cannot follow is a bug, and throws.</summary>
internal static class AgreementHistory
{
    public static SharingAgreement Apply(SharingAgreement? before, AgreementEvent happened) =>
        happened is AgreementDrawnUp drawnUp
            ? new SharingAgreement(drawnUp.Agreement, drawnUp.Network, drawnUp.Terms, [], null)
            : ApplyTo(
                before
                    ?? throw new ArgumentException($"{happened.GetType().Name} before drawing up.", nameof(happened)),
                happened
            );

    private static SharingAgreement ApplyTo(SharingAgreement agreement, AgreementEvent happened) =>
        happened switch
        {
            AgreementSigned signed => agreement with
            {
                Signatures = [.. agreement.Signatures, new Signature(signed.Council, signed.On, null)],
            },
            AgreementLeft left => agreement with { Signatures = [.. Left(agreement, left)] },
            AgreementWithdrawn withdrawn => agreement with { WithdrawnFrom = withdrawn.From },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private static IEnumerable<Signature> Left(SharingAgreement agreement, AgreementLeft left)
    {
        var last = agreement.LastOf(left.Council);
        return agreement.Signatures.Select(one => ReferenceEquals(one, last) ? one with { LeftFrom = left.From } : one);
    }
}
