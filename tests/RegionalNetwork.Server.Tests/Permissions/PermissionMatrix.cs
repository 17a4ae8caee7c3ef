using System.Text.RegularExpressions;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>
/// Every field, mutation and subscription, asked for by callers about targets. What is expected comes from the approved table and
/// from a world that has only what the caller may see: there somebody who sees everything must be answered word for word the same.
/// So nothing shows that is hidden, and nothing is hidden that should show: not in lists, counts, ranks, cursors or messages.
/// </summary>
internal sealed class PermissionMatrix(MatrixWorlds worlds, ApprovedTable table)
{
    private const int ContextCharacters = 60;

    private readonly List<string> _mismatches = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Mismatches => _mismatches;

    /// <summary>Mutations that came about at least once: the others were asked with arguments that nothing can come of.</summary>
    public IReadOnlySet<string> Done => _done;

    public int Cases { get; private set; }

    /// <summary>Whether one mismatch is enough to know.</summary>
    public bool StopsAtMismatch { get; init; }

    private bool HasEnough => StopsAtMismatch && _mismatches.Count > 0;

    public static IReadOnlyList<MatrixQuestion> Queries { get; } = SchemaPaths.Queries(MatrixWorld.Schema.Schema);

    public static IReadOnlyList<MatrixQuestion> Mutations { get; } =
        SchemaPaths.RootFields(MatrixWorld.Schema.Schema.MutationType!, OperationKind.Mutation);

    public static IReadOnlyList<MatrixQuestion> Subscriptions { get; } =
        SchemaPaths.RootFields(MatrixWorld.Schema.Schema.SubscriptionType!, OperationKind.Subscription);

    /// <summary>Each question once for each text that a target makes of it.</summary>
    public static IEnumerable<(MatrixQuestion Question, MatrixTarget Target, int Variant, string Text)> AskedAbout(
        IEnumerable<MatrixQuestion> questions
    ) =>
        questions.SelectMany(question =>
            (
                from target in MatrixTarget.All
                from variant in Enumerable.Range(0, MatrixArguments.Variants)
                select (Question: question, Target: target, Variant: variant, Text: question.Write(target, variant))
            ).DistinctBy(asked => asked.Text, StringComparer.Ordinal)
        );

    /// <summary>Asks queries and subscriptions.</summary>
    public async Task ReadAsync(IEnumerable<MatrixQuestion> questions, IReadOnlyList<MatrixCaller> callers)
    {
        foreach (var (question, target, _, text) in AskedAbout(questions).TakeWhile(_ => !HasEnough))
        {
            var request = MatrixWorld.Prepare(text, commandId: null);
            var references = new Dictionary<MatrixWorld, string>();
            foreach (var caller in callers)
            {
                await ReadAsync(question, request, text, new MatrixCase(table, caller, target, 0), references);
            }
        }
    }

    public async Task ChangeAsync(IEnumerable<MatrixQuestion> mutations, IReadOnlyList<MatrixCaller> callers)
    {
        foreach (var (question, target, variant, text) in AskedAbout(mutations).TakeWhile(_ => !HasEnough))
        {
            foreach (var caller in callers)
            {
                var request = MatrixWorld.Prepare(text, $"case-{++Cases}");
                await ChangeAsync(question, request, text, new MatrixCase(table, caller, target, variant));
            }
        }
    }

    /// <param name="references">What who sees all is answered in the worlds that were asked already.</param>
    private async Task ReadAsync(
        MatrixQuestion question,
        PreparedRequest request,
        string text,
        MatrixCase asked,
        Dictionary<MatrixWorld, string> references
    )
    {
        Cases++;
        var caller = asked.Caller;
        var full = await worlds.FullAsync();
        var answer = await full.AnswerAsync(question, caller.Caller, request);
        var expected = MatrixOutcomes.OfRead(question, asked);
        var outcome = MatrixOutcomes.Read(answer);
        if (outcome != expected)
        {
            Report(caller, text, $"{expected}, not {outcome}");
            return;
        }

        if (expected != MatrixOutcome.Allowed)
        {
            return;
        }

        if (question.IsAboutCollecting)
        {
            await CompareCollectedAsync(question, request, text, caller, answer);
            return;
        }

        var reduced = question.IsAuditTrail ? full : await worlds.ForAsync(table, caller);
        if (question.IsAboutCaller)
        {
            Compare(caller, text, await reduced.AnswerAsync(question, caller.Caller, request), answer);
            return;
        }

        if (!references.TryGetValue(reduced, out var reference))
        {
            reference = await reduced.AnswerAsync(question, MatrixWorlds.WhoSeesAll, request);
            references.Add(reduced, reference);
        }

        Compare(caller, text, reference, answer);
    }

    /// <summary>
    /// A list for each network whose returns the caller collects, empty for the others; the same as where there is nothing but what
    /// was handed in and what the caller sees anyway.
    /// </summary>
    private async Task CompareCollectedAsync(
        MatrixQuestion question,
        PreparedRequest request,
        string text,
        MatrixCaller caller,
        string answer
    )
    {
        var collected = MatrixPlaces.NetworkCodes.Count(network => MatrixReturns.Collects(table, caller, network));
        var lists = Regex.Count(answer, "\"returnsDue\":\\[\\{", RegexOptions.None, TimeSpan.FromSeconds(1));
        if (lists != collected)
        {
            Report(caller, text, $"{collected} lists, not {lists}");
        }

        var reduced = await worlds.ForCollectingAsync(table, caller);
        Compare(caller, text, await reduced.AnswerAsync(question, caller.Caller, request), answer);
    }

    private async Task ChangeAsync(MatrixQuestion question, PreparedRequest request, string text, MatrixCase asked)
    {
        var answer = await (await worlds.FullAsync()).AskAsync(asked.Caller.Caller, request);
        var outcome = MatrixOutcomes.OfMutation(answer);
        if (outcome == MatrixOutcome.Done)
        {
            _done.Add(question.Root.Name);
            await worlds.ForgetFullAsync();
        }

        var expected = MatrixOutcomes.OfDirectives(question, table, asked.Caller);
        if (expected != MatrixOutcome.Allowed || outcome is MatrixOutcome.Unauthenticated or MatrixOutcome.Forbidden)
        {
            if (outcome != expected)
            {
                Report(asked.Caller, text, $"{expected}, not {outcome}");
            }
        }
        else if (asked.Target.Exists && MutationRules.Allows(question.Root.Name, asked) == IsRefused(outcome))
        {
            Report(asked.Caller, text, $"{(IsRefused(outcome) ? "allowed" : "refused")}, not {answer}");
        }
        else if (IsRefused(outcome))
        {
            // A refusal says the same where what the caller may not see is not there at all.
            var reduced = await worlds.ForAsync(table, asked.Caller);
            Compare(asked.Caller, text, await reduced.AskAsync(asked.Caller.Caller, request), answer);
        }
        else
        {
            FindHidden(asked.Caller, text, answer);
        }
    }

    /// <summary>The payload of a mutation shows no more than a query would.</summary>
    private void FindHidden(MatrixCaller caller, string text, string answer)
    {
        foreach (var thing in MatrixThings.All)
        {
            if (
                thing.Marker is { } marker
                && answer.Contains($"\"{marker}\"", StringComparison.Ordinal)
                && !thing.IsSeenBy(table, caller)
            )
            {
                Report(caller, text, $"without {thing.Name}, which is in {answer}");
            }
        }
    }

    private static bool IsRefused(MatrixOutcome outcome) =>
        outcome is not (MatrixOutcome.Done or MatrixOutcome.Allowed);

    private void Compare(MatrixCaller caller, string text, string expected, string actual)
    {
        if (expected != actual)
        {
            Report(caller, text, Parting(expected, actual));
        }
    }

    /// <summary>Where two answers part, and a little of what follows.</summary>
    private static string Parting(string expected, string actual)
    {
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, same - ContextCharacters);
        return $"...{Excerpt(expected, start)}..., not ...{Excerpt(actual, start)}...";
    }

    private static string Excerpt(string text, int start) =>
        text.Substring(start, Math.Min(3 * ContextCharacters, text.Length - start));

    private void Report(MatrixCaller caller, string text, string difference) =>
        _mismatches.Add($"{caller.Name}: {text}\n    must be {difference}");
}
