using System.Text.Json;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Performance.Day;

/// <summary>The returns that are due: data officers upload them, approvers judge and release them.</summary>
internal sealed class DayReturns
{
    private static readonly string Key =
        $"""collection: "{DayNetwork.Collection}", period: "{DayNetwork.DueQuarter}", council: $council""";

    private static readonly DayDocument SendBack = Mutation("sendBackReturn", """reason: "Please count again." """);
    private static readonly DayDocument Release = Mutation("releaseReturn", "level: NATION");
    private static readonly DayDocument Approve = DayDocument.Mutation(
        "approveReturn",
        "$council: String!, $draft: Int!",
        $"{Key}, draft: $draft"
    );

    private readonly DayClient _client;
    private readonly Acknowledged _acknowledged;
    private readonly Pool<ReturnCycle> _pool;

    public DayReturns(DayPeople people, DayClient client, Acknowledged acknowledged, int seed)
    {
        (_client, _acknowledged) = (client, acknowledged);
        var collections = NetworkDefinitions.Load().TableSchemas.Collections;
        _pool = new Pool<ReturnCycle>(
            from file in DayNetwork.FilesOf(collections, DayNetwork.DueQuarter, seed)
            let council = CouncilRegister.England.Find(file.Address.Unit.Key)!
            let officer = people.Of(Role.DataOfficer, council)
            let approver = people.Of(Role.CouncilApprover, council)
            select new ReturnCycle(file.Address, file.Csv, officer, approver),
            seed
        );
    }

    public IReadOnlyList<ReturnCycle> All => _pool.All;

    /// <returns>Whether it was an upload, and the code of what went wrong, or null.</returns>
    public async Task<(bool IsUpload, string? Fault)> NextAsync(long due, byte[] buffer)
    {
        var cycle = await _pool.TakeAsync();
        var isUpload = cycle.IsUpload;
        var fault = isUpload ? await UploadAsync(cycle, buffer) : await DecideAsync(cycle, due, buffer);
        if (fault is null)
        {
            cycle.Advance();
            _pool.GiveBack(cycle);
        }

        return (isUpload, fault);
    }

    private async Task<string?> UploadAsync(ReturnCycle cycle, byte[] buffer)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(cycle.Council), "council" },
            { new StringContent(DayNetwork.DueQuarter), "period" },
            { new ByteArrayContent(cycle.NextTable()), "data", "return.csv" },
        };
        if (cycle.Vintages > 0)
        {
            form.Add(new StringContent("Counted anew."), "reason");
        }

        if (cycle.Step == ReturnStep.Submit)
        {
            form.Add(new StringContent("true"), "submit");
        }

        var answer = await _client.PostAsync(cycle.Officer, $"/returns/{DayNetwork.Collection}", form, buffer);
        if (answer.Fault() is { } fault)
        {
            return fault;
        }

        using var document = JsonDocument.Parse(answer.Body);
        var draft = document.RootElement.GetProperty("draft").GetInt32();
        if (draft != cycle.Draft + 1)
        {
            return $"draft {draft} after draft {cycle.Draft}";
        }

        cycle.Draft = draft;
        cycle.Officer.Knows.Raise(answer.Position);
        _acknowledged.AddUpload(cycle.Council, answer.Position);
        return cycle.Step == ReturnStep.Submit && !document.RootElement.GetProperty("submitted").GetBoolean()
            ? "not submitted"
            : null;
    }

    private async Task<string?> DecideAsync(ReturnCycle cycle, long due, byte[] buffer)
    {
        var id = $"day-return-{cycle.Council}-{++cycle.Commands}";
        var isApproval = cycle.Step == ReturnStep.Judge && !cycle.IsSentBack;
        var document =
            isApproval ? Approve
            : cycle.Step == ReturnStep.Judge ? SendBack
            : Release;
        var council = cycle.Council;
        using var content = document.With(
            isApproval
                ? new
                {
                    id,
                    council,
                    draft = cycle.Draft,
                }
                : (object)new { id, council }
        );
        // They were told by the officer, and may ask another node.
        cycle.Approver.Knows.Raise(cycle.Officer.Knows.Value);
        var (position, fault) = (await _client.PostAsync(cycle.Approver, "/graphql", content, buffer)).Written();
        if (fault is null)
        {
            cycle.Approver.Knows.Raise(position);
            cycle.Officer.Knows.Raise(position);
            _acknowledged.Add(new Acknowledgement(DayKind.Return, id, position, due));
        }

        return fault;
    }

    private static DayDocument Mutation(string field, string input) =>
        DayDocument.Mutation(field, "$council: String!", $"{Key}, {input}");
}
