using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Subscriptions;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.Server.Grains;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>
/// A small network in this process, with the things of <see cref="MatrixThings"/> or some of them. Two worlds that have the same
/// things answer the same, but for how far their journals have come.
/// </summary>
internal sealed partial class MatrixWorld : IAsyncDisposable
{
    /// <summary>Longer than a first event ever takes, which is in the journal already.</summary>
    private static readonly TimeSpan EventWait = TimeSpan.FromSeconds(20);

    private const int PageEntries = 1_000;

    private readonly MatrixClock _clock;
    private int _commands;

    private MatrixWorld(NetworkHost host, MatrixClock clock) => (Host, _clock) = (host, clock);

    public static BoundSchema Schema { get; } = NetworkSchema.Bind();

    public static RequestExecutor Executor { get; } =
        new(Schema, new ExecutorOptions { Limits = new ExecutionLimits { MaxCostUnits = double.MaxValue } });

    public NetworkHost Host { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="has">Which of the things.</param>
    public static Task<MatrixWorld> MakeAsync(Func<MatrixThing, bool> has) => MakeAsync(has, _ => Task.CompletedTask);

    /// <param name="more">What happened yesterday beside that.</param>
    public static async Task<MatrixWorld> MakeAsync(Func<MatrixThing, bool> has, Func<MatrixWorld, Task> more)
    {
        var clock = new MatrixClock();
        var world = new MatrixWorld(await NetworkHost.StartAsync(new InMemoryJournal(), clock, Cancellation), clock);
        clock.Today = MatrixPlaces.Today.AddDays(-1);
        await MatrixThings.MakePublicThingsAsync(world);
        foreach (var thing in MatrixThings.All.Where(has))
        {
            await thing.MakeAsync(world);
        }

        await more(world);
        clock.Today = MatrixPlaces.Today;
        await world.Host.Projection.WaitForAsync(world.Host.Journal.Head, Cancellation);
        return world;
    }

    /// <summary>Another world with the same journal: much faster than to make it anew.</summary>
    public async Task<MatrixWorld> CopyAsync()
    {
        var journal = new InMemoryJournal();
        foreach (var request in await AppendsAsync())
        {
            await journal.AppendAsync(request, Cancellation);
        }

        return new MatrixWorld(await NetworkHost.StartAsync(journal, _clock, Cancellation), _clock);
    }

    public Task DoInCouncilAsync(ICouncilCommand command) => DoInCouncilAsync(command, As.AllRoles);

    public Task DoInCouncilAsync(ICouncilCommand command, Actor by) =>
        DoneAsync((grains, id) => grains.SendAsync(by, id, command, Cancellation));

    public Task DoInNetworkAsync(INetworkCommand command) =>
        DoneAsync((grains, id) => grains.SendAsync(As.AllRoles, id, command, Cancellation));

    public Task DoAsync(PswCommand command) =>
        DoneAsync((grains, id) => grains.SendAsync(As.AllRoles, id, command, Cancellation));

    public Task DoAsync(WorkstreamCommand command) =>
        DoneAsync((grains, id) => grains.SendAsync(As.AllRoles, id, command, Cancellation));

    public Task DoAsync(PublicationCommand command) =>
        DoneAsync((grains, id) => grains.SendAsync(As.AllRoles, id, command, Cancellation));

    public Task DoAsync(AgreementCommand command) =>
        DoneAsync((grains, id) => grains.SendAsync(As.AllRoles, id, command, Cancellation));

    public Task DoAsync(RoleAssignmentCommand command, Actor by) =>
        DoneAsync((grains, id) => grains.SendAsync(by, id, command, Cancellation));

    public Task DoAsync(ReturnCommand command, Actor by) =>
        DoneAsync((grains, id) => grains.SendAsync(by, id, command, Cancellation));

    public Task DoAsync(PersonCommand command, Actor by) =>
        DoneAsync((grains, id) => grains.SendAsync(by, id, command, Cancellation));

    /// <summary>The answer's text; what it says of the journal's length says nothing here.</summary>
    public async Task<string> AskAsync(Caller caller, PreparedRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        await Executor.ExecuteAsync(request, new NetworkRequest(Host, caller), output, Cancellation);
        return WithoutPositions(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    /// <summary>The first answer of a subscription from the journal's beginning on.</summary>
    public async Task<string> SubscribeAsync(Caller caller, PreparedRequest request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(EventWait);
        var output = new ArrayBufferWriter<byte>();
        var start = await Executor.SubscribeAsync(request, () => new NetworkRequest(Host, caller), patience.Token);
        if (start.Stream is not { } stream)
        {
            ErrorResponse.Write(start.Errors, output);
        }
        else
        {
            await using (stream)
            {
                if (await stream.NextAsync(output) == StreamStep.Failed)
                {
                    ErrorResponse.Write(stream.Errors, output);
                }
            }
        }

        return WithoutPositions(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    public Task<string> AnswerAsync(MatrixQuestion question, Caller caller, PreparedRequest request) =>
        question.Kind == OperationKind.Subscription ? SubscribeAsync(caller, request) : AskAsync(caller, request);

    public static PreparedRequest Prepare(string document, string? commandId)
    {
        var variables = commandId is null
            ? (JsonElement?)null
            : JsonSerializer.SerializeToElement(new { id = commandId });
        var request = Executor.Prepare(new GraphQLRequest(document, null, variables));
        Assert.True(
            request.Errors.Count == 0,
            $"{document}: {string.Join(' ', request.Errors.Select(e => e.Message))}"
        );
        return request;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>The journal's entries as they were appended, those of one command together.</summary>
    private async Task<List<AppendRequest>> AppendsAsync()
    {
        var entries = new List<JournalEntry>();
        while (
            await Host.Journal.ReadAllAsync(entries.LastOrDefault()?.Position ?? default, PageEntries, Cancellation)
                is { Count: > 0 } page
        )
        {
            entries.AddRange(page);
        }

        return
        [
            .. entries
                .GroupBy(entry => (entry.Stream, entry.CommandId))
                .Select(command =>
                {
                    var first = command.First();
                    return new AppendRequest(
                        first.Stream,
                        new StreamVersion(first.Version.Value - 1),
                        first.CommandId,
                        first.Actor,
                        first.RecordedAt,
                        [.. command.Select(entry => new NewEvent(entry.Type, entry.Payload))]
                    );
                }),
        ];
    }

    private async Task DoneAsync(Func<NetworkGrains, string, Task<GrainReply<Refusal>>> send)
    {
        var reply = await send(Host.Grains, $"made-{++_commands}");
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            Assert.Fail(
                $"Command {_commands}: {string.Join(' ', refused.Refusals.Select(r => $"{r.Code} {r.Message}"))}"
            );
        }
    }

    private static string WithoutPositions(string answer) =>
        answer.Contains("\"position\":\"", StringComparison.Ordinal)
            ? Position().Replace(answer, "\"position\":\"\"")
            : answer;

    [GeneratedRegex("\"position\":\"[0-9]+\"", RegexOptions.None, 1_000)]
    private static partial Regex Position();

    /// <summary>Noon of a day; timers are the system's.</summary>
    private sealed class MatrixClock : TimeProvider
    {
        public DateOnly Today { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
