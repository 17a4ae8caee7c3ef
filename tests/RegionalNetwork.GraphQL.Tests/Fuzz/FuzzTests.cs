using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Tests.Conformance;

namespace RegionalNetwork.GraphQL.Tests.Fuzz;

/// <summary>
/// Parse, validate, plan and execute whatever comes: never an exception, always one JSON object, within bounds of time and memory
/// for each document. <c>REGIONALNETWORK_TESTS=long</c> goes on for minutes.
/// </summary>
public sealed class FuzzTests
{
    private const string ConformanceFile = "validation-cases.jsonl";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";

    private static readonly TimeSpan Duration = IsLong ? TimeSpan.FromMinutes(3) : TimeSpan.FromSeconds(5);

    /// <summary>
    /// How much longer a document may take than one that was made to be as large as the limits allow, measured in the same run: a
    /// slow day slows both.
    /// </summary>
    private const double TimesTheLargestMax = 3;

    /// <summary>What one document may allocate until the operation first waits: tree, errors, plan and result.</summary>
    private const long BytesMax = 64L * 1024 * 1024;

    private static readonly string[] Variables =
    [
        "{}",
        """{"x": false, "n": 2}""",
        """{"n": 2147483647}""",
        """{"n": -1, "i": {"any": [{}, {"text": "t"}]}}""",
        """{"i": null, "x": "yes"}""",
        """{"i": {"one": {"a": 1, "b": "2"}, "unknown": [[[]]]}, "n": 1.5}""",
        "[]",
        "null",
    ];

    private readonly RequestExecutor _executor = FuzzSchema.Executor(new ExecutorOptions());

    [Fact]
    public void Whatever_is_sent_is_answered_within_bounds()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var documents = new FuzzDocuments(random, [.. FuzzDocuments.Good, .. Conformance()]);
        var timeMax = Largest() * TimesTheLargestMax;
        var (count, executed, slowest, largest) = (0, 0, TimeSpan.Zero, 0L);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Duration; count++)
        {
            var text = documents.Next();
            var variables = random.GetItems(Variables, 1)[0];
            var (result, time, bytes) = Run(text, variables);
            var what = $"seed {seed}, document {count}: {text}\nvariables {variables}";
            Assert.True(bytes < BytesMax, $"{bytes} bytes: {what}");
            // Once more before it counts: the machine may have been busy with something else.
            if (time > timeMax)
            {
                time = Run(text, variables).Time;
                Assert.True(time <= timeMax, $"{time.TotalMilliseconds} ms of {timeMax.TotalMilliseconds}: {what}");
            }

            executed += result.IsRequestError ? 0 : 1;
            slowest = time > slowest ? time : slowest;
            largest = Math.Max(largest, bytes);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} documents, {executed} executed, slowest {slowest.TotalMilliseconds:0.0} ms of {timeMax.TotalMilliseconds:0.0}, "
                + $"largest {largest:N0} bytes of {BytesMax:N0}"
        );
        // Most are nonsense; if none were not, execution would not be tested, and if none were refused, the parser would not.
        Assert.InRange(executed, count / 100, count * 9 / 10);
    }

    /// <summary>The bound of memory holds at every size: what grows faster than the document is refused, not worked off.</summary>
    [Theory]
    [MemberData(nameof(AllShapes))]
    public void Hostile_shapes_stay_within_bounds_as_they_grow(int shape)
    {
        var timeMax = Largest() * TimesTheLargestMax;
        foreach (var size in new[] { 1, 10, 100, 400 })
        {
            var text = FuzzDocuments.Adversarial(shape, size);
            var (_, time, bytes) = Run(text, "{}");
            time = time > timeMax ? Run(text, "{}").Time : time;
            Assert.True(bytes < BytesMax, $"{bytes} bytes at size {size}");
            Assert.True(time <= timeMax, $"{time.TotalMilliseconds} ms of {timeMax.TotalMilliseconds} at size {size}");
        }
    }

    public static TheoryData<int> AllShapes => [.. Enumerable.Range(0, FuzzDocuments.Shapes)];

    [Fact]
    public void Good_documents_are_executed()
    {
        foreach (var document in FuzzDocuments.Good)
        {
            Assert.False(Run(document, """{"i": {}}""").Result.IsRequestError, document);
        }
    }

    /// <summary>A document that uses the limits up: as many fields as are allowed, over as many objects as are affordable.</summary>
    private TimeSpan Largest()
    {
        var aliases = string.Join(' ', Enumerable.Range(0, Limits.MaxAliases).Select(n => $"x{n}: id"));
        var fields = string.Join(' ', Enumerable.Repeat("id self { id }", (Limits.MaxExpandedFields - 1_000) / 3));
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            // Not twice the same text: a known document is not parsed again.
            var (result, time, _) = Run(
                $"{{ nodes(first: 100) {{ {aliases} all {{ all {{ id }} }} {fields} }} }} #{i}",
                "{}"
            );
            Assert.False(result.IsRequestError);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    private (ExecutionResult Result, TimeSpan Time, long Bytes) Run(string text, string variables)
    {
        var output = new ArrayBufferWriter<byte>();
        var request = new GraphQLRequest(text, null, JsonElement.Parse(variables)) { ReportsCost = true };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var pending = _executor.ExecuteAsync(request, this, output, TestContext.Current.CancellationToken);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var result = pending.IsCompleted ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
        clock.Stop();
        using var response = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = 512 });
        Assert.Equal(JsonValueKind.Object, response.RootElement.ValueKind);
        Assert.DoesNotContain(FuzzSchema.Secret, response.RootElement.GetRawText(), StringComparison.Ordinal);
        return (result, clock.Elapsed, bytes);
    }

    private static IEnumerable<string> Conformance() =>
        ConformanceFiles.Find(ConformanceFile) is { } path
            ? File.ReadLines(path).Where(line => line.Length > 0).Select(Document).OfType<string>()
            : [];

    private static string? Document(string line)
    {
        using var item = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 512 });
        return item.RootElement.TryGetProperty("query", out var text) ? ConformanceFiles.Text(text) : null;
    }
}
