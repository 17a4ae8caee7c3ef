using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Faults.Tests.Faults;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Files;

/// <summary>
/// A journal whose file a bad disk has damaged: it is refused, or <c>verify</c> says so, or nothing of it is other than it was. It
/// never answers wrongly while all seems well.
/// </summary>
public sealed class DamagedFileTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Damage_is_noticed_or_harmless(bool isKilled)
    {
        var random = new Random(FaultsMode.Seed);
        var image = await JournalImage.TakeAsync(FaultsMode.Seed, isKilled);
        Damage[] damages = [.. Damage.OfSqlite.Where(damage => !damage.IsOfLog || image.Log is not null)];
        var checkpoint = new ChainHead(image.Entries[^1].Entry.Position, image.Entries[^1].Hash);
        var (noticed, wrong) = (new List<string>(), new List<string>());
        for (var i = 0; i < FaultsMode.Damages; i++)
        {
            using var folder = new TemporaryFolder();
            var damage = damages[i % damages.Length];
            await image.LayAsync(folder.Info, damage, random);
            switch (await Judgement.OfAsync(JournalPlace.In(folder.Info), image.Entries, checkpoint))
            {
                case null:
                    noticed.Add(damage.Name);
                    break;
                case { Length: > 0 } difference:
                    wrong.Add($"{i}, {damage.Name}: {difference}");
                    break;
            }
        }

        output.WriteLine(
            $"Seed {FaultsMode.Seed}: {image.Entries.Count} entries; {FaultsMode.Damages} damages, {noticed.Count} noticed ("
                + string.Join(", ", noticed.CountBy(name => name).Select(pair => $"{pair.Value} {pair.Key}"))
                + $"), {FaultsMode.Damages - noticed.Count - wrong.Count} harmless, {wrong.Count} silently wrong."
        );
        Assert.Empty(wrong);
    }
}
