namespace RegionalNetwork.Server.Access;

/// <summary>Keeps what one request can write within its limit without hiding from any council that it was read.</summary>
internal static class RequestRecords
{
    /// <summary>Subject of a record that counts the reads beyond the limit: <c>and-more:COUNT</c>.</summary>
    public const string AndMore = "and-more:";

    /// <summary>
    /// Each record once; the first <see cref="AccessLimits.RequestRecords"/> as they are, then one for each council and purpose
    /// among the rest.
    /// </summary>
    public static IReadOnlyList<AccessRecord> Capped(IReadOnlyList<AccessRecord> records)
    {
        AccessRecord[] distinct = [.. records.Distinct()];
        if (distinct.Length <= AccessLimits.RequestRecords)
        {
            return distinct;
        }

        return
        [
            .. distinct[..AccessLimits.RequestRecords],
            .. distinct[AccessLimits.RequestRecords..]
                .GroupBy(record => (record.Council, record.Purpose))
                .Select(rest => rest.First() with { Subject = $"{AndMore}{rest.Count()}" }),
        ];
    }
}
