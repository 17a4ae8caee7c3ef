using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Tests.Requests;

/// <summary>https://relay.dev/graphql/connections.htm</summary>
public sealed class ConnectionTests(ITestOutputHelper output)
{
    private const int Walks = 2_000;
    private const int ItemsMax = 40;
    private const int PageMax = 6;

    private static readonly ListOrder<Item> Order = new(
        "items",
        SortPart<Item>.Descending(item => item.Year),
        SortPart<Item>.Ascending(item => item.Title)
    );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Walk_sees_what_was_there_all_along_exactly_once_whatever_comes_and_goes(bool isForward)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var walk = 0; walk < Walks; walk++)
        {
            var list = new ChangingList(random);
            var seen = Walk(list, random, isForward);
            Assert.Equal(list.Stayed, seen.Where(list.Stayed.Contains));
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    [Fact]
    public void Window_is_what_the_specification_computes()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Walks; round++)
        {
            var list = new ChangingList(random).Items;
            var (after, before) = (Any(list, random), Any(list, random));
            var size = random.Next(PageMax);
            var isForward = random.Next(2) == 0;

            var page = Connections.Of(
                list,
                Order,
                new PageArguments(isForward ? size : null, Cursor(after), isForward ? null : size, Cursor(before))
            );

            var edges = list.SkipWhile(item => after is not null && Compare(item, after) <= 0)
                .TakeWhile(item => before is null || Compare(item, before) < 0);
            Assert.Equal(isForward ? edges.Take(size) : edges.TakeLast(size), page.Nodes);
        }
    }

    [Fact]
    public void Cursor_holds_the_place_of_an_item_that_has_gone()
    {
        Item[] list = [new("2024", "a"), new("2023", "b"), new("2023", "c")];
        var cursor = Order.CursorOf(list[1]);

        var after = Connections.Of([list[0], list[2]], Order, new PageArguments(1, cursor, null, null));
        var before = Connections.Of([list[0], list[2]], Order, new PageArguments(null, null, 1, cursor));

        Assert.Equal([list[2]], after.Nodes);
        Assert.Equal([list[0]], before.Nodes);
    }

    [Theory]
    [InlineData("other", "2024", "a")]
    [InlineData("items", "2024")]
    [InlineData("items", "2024", "a", "b")]
    [InlineData("items")]
    public void Cursor_of_another_order_is_refused(string order, params string[] place)
    {
        var cursor = Cursors.Write(order, place);

        var refusal = Assert.Throws<GraphQLFieldException>(() =>
            Connections.Of([], Order, new PageArguments(1, cursor, null, null))
        );

        Assert.Equal("CURSOR_INVALID", refusal.Code);
    }

    [Fact]
    public void Cursor_at_the_limit_is_read_and_one_past_it_is_not()
    {
        const int PrefixBytes = 6;
        var bytes = (RequestLimits.CursorCharacters / 4 * 3) - PrefixBytes;

        Assert.Equal(RequestLimits.CursorCharacters, Cursors.Write("items", [new string('a', bytes)]).Length);
        Assert.NotNull(Cursors.Read("items", Cursors.Write("items", [new string('a', bytes)])));
        Assert.Null(Cursors.Read("items", Cursors.Write("items", [new string('a', bytes + 1)])));
    }

    private static List<Item> Walk(ChangingList list, Random random, bool isForward)
    {
        var seen = new List<Item>();
        string? cursor = null;
        for (var goesOn = true; goesOn; )
        {
            var size = random.Next(1, PageMax);
            var page = Connections.Of(
                list.Items,
                Order,
                isForward ? new PageArguments(size, cursor, null, null) : new PageArguments(null, null, size, cursor)
            );
            seen.InsertRange(isForward ? seen.Count : 0, page.Nodes);
            cursor = isForward ? page.PageInfo.EndCursor : page.PageInfo.StartCursor;
            goesOn = isForward ? page.PageInfo.HasNextPage : page.PageInfo.HasPreviousPage;
            list.Change();
        }

        return seen;
    }

    private static int Compare(Item one, Item other) =>
        string.CompareOrdinal(other.Year, one.Year) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Title, other.Title);

    private static Item? Any(List<Item> list, Random random) =>
        list.Count == 0 || random.Next(3) == 0 ? null : list[random.Next(list.Count)];

    private static string? Cursor(Item? item) => item is null ? null : Order.CursorOf(item);

    private sealed record Item(string Year, string Title);

    /// <summary>A list in order; at every change some items come and some go, never those that stay.</summary>
    private sealed class ChangingList
    {
        private readonly Random _random;

        public ChangingList(Random random)
        {
            _random = random;
            for (var count = random.Next(ItemsMax); count > 0; count--)
            {
                Insert();
            }

            Stayed = [.. Items.Where(_ => random.Next(3) > 0)];
        }

        public List<Item> Items { get; } = [];

        public IReadOnlyList<Item> Stayed { get; }

        public void Change()
        {
            Items.RemoveAll(item => !Stayed.Contains(item) && _random.Next(4) == 0);
            for (var count = _random.Next(3); count > 0; count--)
            {
                Insert();
            }
        }

        private void Insert()
        {
            var item = new Item(
                $"{_random.Next(2020, 2024)}",
                $"{(char)_random.Next('a', 'z')}{_random.Next(1_000_000)}"
            );
            var at = Items.BinarySearch(item, Comparer<Item>.Create(Compare));
            if (at < 0)
            {
                Items.Insert(~at, item);
            }
        }
    }
}
