using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Server.Returns;

/// <summary>Which return a caller means.</summary>
internal sealed record ReturnAddress(ReturnCollection Collection, ReturnPeriod Period, ReturnUnit Unit)
{
    public ReturnKey Key => new(Collection.Code, Period.Code, Unit);

    /// <summary>Why the return cannot be changed here; null where it can.</summary>
    public Refusal? FaultOfPlace(MemberDirectory members) =>
        members.OwnerOf(Unit) is null ? null : ReturnRefusals.KeptElsewhere();

    /// <summary>The address, or everything that is wrong with what the caller wrote.</summary>
    public static (ReturnAddress? Address, IReadOnlyList<Refusal> Problems) Read(
        ReturnCollections collections,
        string collection,
        string council,
        string period
    )
    {
        var found = collections.Find(collection);
        var unit = ReturnUnit.Find(council);
        var when = found is null ? null : ReturnPeriod.Find(found, period);
        if (found is not null && unit is not null && when is not null)
        {
            return (new ReturnAddress(found, when, unit), []);
        }

        List<Refusal> problems = [];
        if (found is null)
        {
            problems.Add(ReturnRefusals.CollectionNotFound());
        }

        if (unit is null)
        {
            problems.Add(ReturnRefusals.UnitNotFound());
        }

        if (found is not null && when is null)
        {
            problems.Add(ReturnRefusals.PeriodNotFound());
        }

        return (null, problems);
    }
}
