using System.Text;
using System.Text.Json;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>
/// Returns of the matrix: each council has one for each quarter of a year, one step further each. What the councils entered is seen
/// by their own people alone; who collects the network's returns is told how far those have come that were handed in.
/// </summary>
internal static class MatrixReturns
{
    public const string Collection = "agency";

    /// <summary>Nobody of the matrix: so everybody who may approve is somebody else.</summary>
    private static readonly Actor Enterer = As.AllRoles with { Subject = "test:enterer" };

    private static readonly Actor Approver = As.AllRoles with { Subject = "test:first-approver" };

    public static IEnumerable<MatrixThing> Things =>
        CouncilCodes.SelectMany(council => ApprovedTable.TiersOfThings.Select(tier => ReturnOf(council, tier)));

    /// <summary>A draft, one that was submitted, one that was approved, and one that was released and asked about.</summary>
    public static string PeriodOf(Tier tier) => $"202425-{QuarterOf(tier)}";

    public static bool IsHandedIn(Tier tier) => tier != Tier.CouncilDraft;

    public static bool IsAskedAbout(Tier tier) => tier == Tier.Public;

    /// <summary>Whether the caller is told how far the members of a network have come.</summary>
    public static bool Collects(ApprovedTable table, MatrixCaller caller, string network) =>
        caller.May(table, Permission.AskAboutReturns, Place.Network(network))
        || caller.May(table, Permission.CompileRounds, PlaceOfNetwork(network));

    /// <summary>A table without a fault, as it stands in a document.</summary>
    public static string TableText(string council, Tier tier, int each) =>
        JsonSerializer.Serialize(Table(council, tier, each));

    private static MatrixThing ReturnOf(string council, Tier tier) =>
        new(
            $"return-{council}-{tier}",
            Marker: null,
            world => MakeAsync(world, council, tier),
            (table, caller) =>
                council == Own
                && caller.IsHeldAt(table, PlaceKind.Council)
                && table.Sees(caller.Role!.Value, Tier.CouncilDraft, Whose.Own)
        )
        {
            IsCountedBy = (table, caller) =>
                IsHandedIn(tier) && WhoseIs(council) is not null && Collects(table, caller, OwnNetwork),
        };

    private static async Task MakeAsync(MatrixWorld world, string council, Tier tier)
    {
        var snapshot = world.Host.Projection.Current.Snapshot;
        var (address, _) = ReturnAddress.Read(world.Host.TableSchemas.Collections, Collection, council, PeriodOf(tier));
        var file = ReturnFile.Read(snapshot, address!, Encoding.UTF8.GetBytes(Table(council, tier, 5)), []);
        var (key, scope) = (address!.Key, address.Collection.Scope);
        await world.DoAsync(new EnterReturn(key, file.Entry!), Enterer);
        if (IsHandedIn(tier))
        {
            await world.DoAsync(new SubmitReturn(key, scope, []), Enterer);
        }

        if (tier >= Tier.NetworkNamed)
        {
            await world.DoAsync(new ApproveReturn(key, scope, 1), Approver);
        }

        if (tier == Tier.Public)
        {
            await world.DoAsync(new ReleaseReturn(key, scope, ReleaseLevel.Public, null), Approver);
            var network = council == Foreign ? ForeignNetwork : OwnNetwork;
            await world.DoAsync(
                new AskAboutReturn(key, scope, network, null, null, "Is it right?", IsMember: true),
                Enterer
            );
        }
    }

    private static string Table(string council, Tier tier, int each) =>
        AgencyReturns.Table(council, CouncilRegister.England.Find(council)!.Name, each, QuarterOf(tier));

    private static string QuarterOf(Tier tier) =>
        tier switch
        {
            Tier.CouncilDraft => "Q1",
            Tier.CouncilApproved => "Q2",
            Tier.NetworkNamed => "Q3",
            _ => "Q4",
        };
}
