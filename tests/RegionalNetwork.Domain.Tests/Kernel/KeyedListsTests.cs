using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Kernel;

/// <summary>An index says what a search through all items says, after any changes.</summary>
public sealed class KeyedListsTests(ITestOutputHelper output)
{
    [Fact]
    public void Index_is_what_a_search_through_all_items_finds()
    {
        var random = new Random(5);
        var (index, all, changes) = (
            new KeyedLists<int, Item>(item => item.Keys, ByRank),
            new Dictionary<int, Item>(),
            0
        );
        for (; changes < 2_000; changes++)
        {
            var id = random.Next(30);
            var before = all.GetValueOrDefault(id);
            var after = random.Next(4) == 0 ? null : Changed(random, id, before);
            index = index.Replace(before, after);
            all.Remove(id);
            if (after is not null)
            {
                all.Add(id, after);
            }

            for (var key = 0; key < 6; key++)
            {
                var expected = all
                    .Values.Where(item => item.Keys.Contains(key))
                    .OrderBy(item => item.Rank)
                    .ThenBy(item => item.Id);
                Assert.Equal(expected, index[key]);
            }
        }

        output.WriteLine($"{changes} changes");
    }

    /// <summary>As often as not with the same keys and place.</summary>
    private static Item Changed(Random random, int id, Item? before) =>
        before is not null && random.Next(2) == 0
            ? before with
            {
                Text = $"{random.Next()}",
            }
            : new Item(id, random.Next(5), [.. Enumerable.Range(0, 6).Where(_ => random.Next(2) == 0)], "");

    private static int ByRank(Item one, Item other) =>
        one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : one.Id.CompareTo(other.Id);

    private sealed record Item(int Id, int Rank, int[] Keys, string Text);
}
