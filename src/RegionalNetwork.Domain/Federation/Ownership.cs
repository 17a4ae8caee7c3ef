using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Federation;

/// <summary>Which councils a member node speaks for: some by their codes, or all of a region.</summary>
public static class Ownership
{
    /// <summary>Whether all councils of the unit are among them: of a joint return a part is not enough.</summary>
    public static bool Own(this IReadOnlyList<Place> places, ReturnUnit unit) => unit.Councils.All(places.Own);

    /// <param name="council">Nine-character code.</param>
    public static bool Own(this IReadOnlyList<Place> places, string council) =>
        places.Any(place =>
            place.Kind == PlaceKind.Region
                ? CouncilRegister.England.Find(council)?.RegionCode == place.Code
                : place == Place.Council(council)
        );

    /// <summary>Codes of the regions among them: who speaks for one is a hub of its own, and passes on what it shows.</summary>
    public static IEnumerable<string> Regions(this IReadOnlyList<Place> places) =>
        places.Where(place => place.Kind == PlaceKind.Region).Select(place => place.Code);

    /// <summary>Whether some council would be spoken for by both.</summary>
    public static bool Overlap(IReadOnlyList<Place> one, IReadOnlyList<Place> other) =>
        one.Any(place =>
            place.Kind == PlaceKind.Region
                ? other.Contains(place)
                    || other.Any(council => council.Kind == PlaceKind.Council && one.Own(council.Code))
                : other.Own(place.Code)
        );

    internal static void Check(this InputCheck input, IReadOnlyList<Place> places)
    {
        input.Require(
            places.Count is > 0 and <= Limits.PlacesPerMember,
            CommonRefusals.TooMany("councils of a member node", Limits.PlacesPerMember, "owns")
        );
        foreach (var place in places.Take(Limits.PlacesPerMember))
        {
            input.Require(Exists(place), FederationRefusals.PlaceNotFound());
        }
    }

    private static bool Exists(Place place) =>
        place.Kind switch
        {
            PlaceKind.Council => CouncilRegister.England.Find(place.Code)?.Code == place.Code,
            PlaceKind.Region => CouncilRegister.England.FindRegion(place.Code) is { IsPartOfRegion: false },
            _ => false,
        };
}
