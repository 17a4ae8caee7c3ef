using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Copying;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Returns;

namespace RegionalNetwork.Performance.Day;

/// <summary>
/// The morning of the day: an England with its networks, priorities, workstreams and published figures, in which every council has
/// returned one quarter to the network and the nation, and shares it by name with the members of its network.
/// </summary>
internal static class DayNetwork
{
    public const string Collection = "agency";

    /// <summary>Of these, councils see each other's.</summary>
    public const string SharedIndicator = "AGY-03";

    /// <summary>The quarter that everybody has returned.</summary>
    public const string LastQuarter = "202526-Q1";

    /// <summary>The quarter that is due that afternoon.</summary>
    public const string DueQuarter = "202526-Q2";

    private static readonly Actor Everybody = new(
        "day:everybody",
        [.. Enum.GetValues<Role>().Select(role => new Grant(role, Place.Service))]
    );

    /// <summary>Made in memory, so that it takes no time to speak of, and copied into the empty journal.</summary>
    public static async Task FillAsync(IJournal journal, int seed)
    {
        await using var host = await NetworkHost.StartAsync(new InMemoryJournal(), TimeProvider.System, default);
        await new SyntheticCommands(seed, host, Audience.Network).SendAsync();
        await ShareAsync(host);
        await new SyntheticReturns(seed, host).LoadAsync(
            [.. FilesOf(host.TableSchemas.Collections, LastQuarter, seed)],
            ReleaseLevel.Nation
        );
        await JournalCopy.RunAsync(host.Journal, journal, default);
    }

    /// <summary>The table of every council, which is the same in each quarter: so nothing is to be explained.</summary>
    public static IEnumerable<(ReturnAddress Address, byte[] Csv)> FilesOf(
        ReturnCollections collections,
        string quarter,
        int seed
    )
    {
        var collection = collections.Find(Collection)!;
        var round = new PlausibleReturns(collection, seed).Round(ReturnPeriod.Find(collection, quarter)!);
        foreach (var (council, included) in round.Included)
        {
            var address = ReturnAddress.Read(collections, Collection, council, quarter).Address!;
            yield return (address, ReturnTemplate.Write(address, included.Figures));
        }
    }

    private static async Task ShareAsync(NetworkHost host)
    {
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        var terms = new AgreementTerms(
            "Agency figures",
            "To compare.",
            [SharedSubject.Figures],
            [SharedIndicator],
            [Tier.NetworkNamed],
            today.AddYears(-2),
            today.AddYears(2),
            RetentionYears: 7,
            "Data protection officer"
        );
        foreach (var region in CouncilRegister.England.Regions)
        {
            var network = SyntheticCommands.NetworkOf(region);
            var agreement = $"{network}-agency";
            await AcceptAsync(host, new DrawUpAgreement(agreement, network, terms, NetworkExists: true));
            foreach (var council in CouncilRegister.England.LiveIn(region.Code))
            {
                await AcceptAsync(host, new SignAgreement(agreement, council.Code, IsMember: true));
            }
        }
    }

    private static async Task AcceptAsync(NetworkHost host, AgreementCommand command)
    {
        var reply = await host.Grains.SendAsync(Everybody, $"share-{Guid.NewGuid():N}", command, default);
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            throw new InvalidOperationException($"The domain refused: {refused.Refusals[0].Message}");
        }
    }
}
