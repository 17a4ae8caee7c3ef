using System.Buffers;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.GraphQL.Tests.Execution;

public sealed class AllocationTests
{
    private const string Sdl = """
        type Query { row: Row!  rows: [Row!]!  readOnlyRows: [Row!]! }
        type Row { name: String!  number: Int!  rate: Float  flag: Boolean!  kind: Kind!  other: Int }
        enum Kind { FIRST SECOND }
        """;

    private static readonly Row[] Rows =
    [
        .. Enumerable.Range(0, 100).Select(i => new Row($"Row {i}", i, i / 3.0, i % 2 == 0, (Kind)(i % 2), null)),
    ];

    private static readonly IReadOnlyList<Row> ReadOnlyRows = [.. Rows];

    private readonly ExecutionTest _test = new(
        Sdl,
        new ResolverMap()
            .Query(query =>
                query.Field("row", _ => Rows[1]).Field("rows", _ => Rows).Field("readOnlyRows", _ => ReadOnlyRows)
            )
            .Object<Row>("Row")
    );

    [Fact]
    public void Scalar_fields_allocate_nothing()
    {
        var one = Measure("{ row { name } }");
        var many = Measure(
            "{ row { name number rate flag kind other a: name b: number c: rate d: flag e: kind f: other } }"
        );
        Assert.Equal(one, many);
    }

    [Fact]
    public void Rows_of_a_list_allocate_nothing()
    {
        var one = Measure("{ row { name number rate flag kind } }");
        var many = Measure("{ rows { name number rate flag kind } }");
        Assert.Equal(one, many);
    }

    [Fact]
    public void A_read_only_list_is_copied_once_and_allocates_nothing_else()
    {
        // The first call may allocate for code that is made ready.
        _ = Rows.Clone();
        var array = GC.GetAllocatedBytesForCurrentThread();
        var copy = Rows.Clone();
        array = GC.GetAllocatedBytesForCurrentThread() - array;

        Assert.NotSame(Rows, copy);
        Assert.Equal(array, Measure("{ readOnlyRows { name } }") - Measure("{ rows { name } }"));
    }

    private long Measure(string query)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        var request = new GraphQLRequest(query, null, null);
        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            output.ResetWrittenCount();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var execution = _test.Executor.ExecuteAsync(request, this, output, TestContext.Current.CancellationToken);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(execution.IsCompletedSuccessfully);
        }

        return least;
    }

    private enum Kind
    {
        First,
        Second,
    }

    private sealed record Row(string Name, int Number, double? Rate, bool Flag, Kind Kind, int? Other);
}
