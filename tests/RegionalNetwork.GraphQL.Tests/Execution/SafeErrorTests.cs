using System.Reflection;
using System.Text.RegularExpressions;
using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>Whatever goes wrong, an answer names no type, no file, no stack and no secret of ours.</summary>
public sealed partial class SafeErrorTests
{
    private const string Secret = "Host=db.internal;Password=hunter2";

    private Exception? _next;

    public static TheoryData<string> Exceptions =>
        [
            .. typeof(object)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type.IsSubclassOf(typeof(Exception)) && !type.IsAbstract && !type.ContainsGenericParameters
                )
                .Where(type => type.GetConstructor([typeof(string)]) is not null)
                .Select(type => type.FullName!),
        ];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task An_exception_of_a_resolver_is_an_internal_error_and_no_more(string exception)
    {
        _next = (Exception)Activator.CreateInstance(typeof(object).Assembly.GetType(exception)!, Secret)!;
        foreach (var query in new[] { "{ now }", "{ later }", "{ lazy }", "{ now later lazy }" })
        {
            var response = await Test().Run(query);
            Assert.Contains("Internal error", response, StringComparison.Ordinal);
            AssertSafe(response);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("{")]
    [InlineData("{ now(")]
    [InlineData("{ now(a: \"\\uD800\") }")]
    [InlineData("query ($a: System.String) { now }")]
    [InlineData("{ __typename ... on System.Exception { StackTrace } }")]
    [InlineData("{ nothing { like { this } } }")]
    [InlineData("mutation { now }")]
    [InlineData("subscription { now }")]
    [InlineData("query ($a: Int) { echo(value: $a) }")]
    [InlineData("{ echo(value: 99999999999999999999) }")]
    [InlineData("{ ...f } fragment f on Query { ...f }")]
    [InlineData("type Query { a: Int }")]
    [InlineData("\uFEFF{ now \uD800 }")]
    public async Task Hostile_input_is_told_off_without_a_word_about_us(string query)
    {
        AssertSafe(await Test().Run(query, "{}"));
        AssertSafe(await Test().Run(query, """{"a": {"$type": "System.Diagnostics.Process"}}"""));
        AssertSafe(await Test().Run(query, """{"a": 1e999}"""));
    }

    private static void AssertSafe(string response)
    {
        Assert.DoesNotContain("hunter2", response, StringComparison.Ordinal);
        Assert.DoesNotMatch(Revealing(), response);
    }

    /// <summary>A stack frame, a source path, a namespace of ours or an exception's type. The input's own words may be quoted back.</summary>
    [GeneratedRegex(
        @"RegionalNetwork|\bat [A-Z]\w+\.|\.cs\b|:line \d|/(src|home|tmp|work|usr)/|[A-Za-z]+Exception\b(?<!System\.Exception)|System\.(?!String|Exception|Diagnostics\.Process)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Revealing();

    private ExecutionTest Test() =>
        new(
            "type Query { now: Int  later: Int  lazy: [Int]  echo(value: Int): Int }",
            new ResolverMap().Query(query =>
                query
                    .Field("now", int (_) => throw _next ?? new InvalidOperationException(Secret))
                    .FieldAsync("later", Later)
                    .Field("lazy", _ => Lazily())
                    .Field("echo", (Echo a, ResolverContext _) => a.Value)
            )
        );

    private async Task<int> Later(ResolverContext context)
    {
        await Task.Yield();
        throw _next ?? new TargetInvocationException(Secret, null);
    }

    private IEnumerable<int> Lazily()
    {
        yield return 1;
        throw _next ?? new InvalidOperationException(Secret);
    }

    private sealed record Echo(int? Value);
}
