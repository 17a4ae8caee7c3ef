using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>
/// The people of some councils at their own node: they enter returns, send back, approve, release, widen, hold back and withdraw, and
/// begin anew whenever the node is away. No figure is ever entered twice.
/// </summary>
internal sealed class Clerks(Node node, IReadOnlyList<(string Code, string Name)> councils, int seed)
{
    /// <summary>In every text that somebody writes here.</summary>
    public const string Secret = "secret";

    /// <summary>Figures up to the last one differ by less than ten times, so that none needs an explanation, and none is too large.</summary>
    private const int FirstFigure = 100;

    private const int LastFigure = 999;

    private const int EmbargoDays = 30;

    private static readonly string[] Levels = ["NETWORK", "NATION", "PUBLIC"];

    private static readonly TimeSpan AwayPause = TimeSpan.FromMilliseconds(200);

    private int _figures = FirstFigure;
    private int _cycles;

    /// <summary>Of each vintage whose release was acknowledged: a part of its figures that no other has.</summary>
    public ConcurrentQueue<string> Released { get; } = new();

    /// <summary>The last answer that was no success: one now and then is none of anybody's fault.</summary>
    public string LastRefusal { get; private set; } = "";

    /// <summary>Returns that were entered.</summary>
    public int Cycles => _cycles;

    public Task RunAsync(CancellationToken stop) =>
        Task.WhenAll(councils.Select((council, i) => RunAsync(council, new Random(unchecked(seed * 31 + i)), stop)));

    private async Task RunAsync((string Code, string Name) council, Random random, CancellationToken stop)
    {
        var (isApproved, level) = (false, 0);
        while (!stop.IsCancellationRequested && _figures < LastFigure - councils.Count)
        {
            level += level < Levels.Length - 1 && random.Next(10) == 0 ? 1 : 0;
            try
            {
                isApproved = await CycleAsync(council, isApproved, Levels[level], random);
                await Task.Delay(random.Next(500, 3_000), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception away)
                when (away is HttpRequestException or IOException or OperationCanceledException or JsonException)
            {
                await Task.Delay(AwayPause, CancellationToken.None);
            }
        }
    }

    /// <returns>Whether a vintage is approved.</returns>
    private async Task<bool> CycleAsync(
        (string Code, string Name) council,
        bool isApproved,
        string level,
        Random random
    )
    {
        using var client = new NetworkClient(node.Address ?? throw new HttpRequestException("It is down."), node.Data);
        var each = Interlocked.Increment(ref _figures);
        var uploaded = await client.UploadReturnAsync(
            As.DataOfficer(council.Code),
            council.Code,
            Table(council.Code, council.Name, each),
            [("submit", "true"), .. isApproved ? new[] { ("reason", $"A {Secret} reason") } : []]
        );
        if (uploaded.Status != HttpStatusCode.OK)
        {
            LastRefusal = uploaded.Text;
            // An approval whose answer was lost.
            return uploaded.Status == HttpStatusCode.ServiceUnavailable ? isApproved : !isApproved;
        }

        Interlocked.Increment(ref _cycles);
        var fate = random.Next(12);
        if (fate == 0)
        {
            return isApproved;
        }

        if (fate == 1)
        {
            await ChangeAsync("sendBackReturn", $"reason: \"A {Secret} remark\"");
            return isApproved;
        }

        if (!await ChangeAsync("approveReturn", $"draft: {uploaded.Body.At("draft")}"))
        {
            return isApproved;
        }

        if (fate == 3)
        {
            var day = DateTime.UtcNow.AddDays(EmbargoDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await ChangeAsync("releaseReturn", $"level: {level}, embargoUntil: \"{day}\"");
        }
        else if (fate > 3 && await ChangeAsync("releaseReturn", $"level: {level}"))
        {
            Released.Enqueue(string.Create(CultureInfo.InvariantCulture, $"={each},"));
        }

        if (fate == 4)
        {
            await ChangeAsync("withdrawReturn", $"reason: \"A {Secret} cause\"");
        }

        return true;

        async Task<bool> ChangeAsync(string field, string input)
        {
            var answer = await client.ChangeAsync(
                As.Approver(council.Code),
                field,
                $"{Of(council.Code)}, {input}",
                "return { status }"
            );
            var isDone =
                answer.Body.TryGetProperty("data", out var data)
                && data.ValueKind == JsonValueKind.Object
                && data.At("payload") is { ValueKind: JsonValueKind.Object } payload
                && payload.At("problems").GetArrayLength() == 0;
            LastRefusal = isDone ? LastRefusal : answer.Text;
            return isDone;
        }
    }
}
