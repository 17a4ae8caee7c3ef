using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Durability;

/// <summary>One write of a kill test: how to send it, and how to see whether it happened.</summary>
internal abstract record Write
{
    public string CommandId { get; } = Changes.NewId();

    /// <summary>Sends it, the same each time, and asserts that it was acknowledged.</summary>
    /// <exception cref="HttpRequestException">The server was gone: whether it happened is open.</exception>
    public abstract Task SendAsync(NetworkClient client);

    /// <summary>True when it is wholly there, once; false when there is no trace of it. Half of it fails the test.</summary>
    public abstract bool IsIn(NetworkReading reading);

    protected async Task ChangeAsync(NetworkClient client, string field, string input, string selection) =>
        _ = Changes.Succeeded(await client.ChangeAsync(As.AllRoles, field, CommandId, input, selection));
}

internal sealed record DeclaredPriority(string Council, string Year, string Title) : Write
{
    public override Task SendAsync(NetworkClient client) =>
        ChangeAsync(
            client,
            "declarePriority",
            $$"""owner: { council: "{{Council}}" }, year: "{{Year}}", title: "{{Title}}", theme: "T01" """,
            "priority { title }"
        );

    public override bool IsIn(NetworkReading reading)
    {
        var count = reading.Priorities.GetValueOrDefault(Title);
        Assert.InRange(count, 0, 1);
        return count == 1;
    }
}

/// <summary>Two events: the workstream and its lead council.</summary>
internal sealed record CreatedWorkstream(string Code, string Lead) : Write
{
    public const string StartsOn = "2010-04-01";

    public override Task SendAsync(NetworkClient client) =>
        ChangeAsync(
            client,
            "createWorkstream",
            $$"""code: "{{Code}}", title: "Workstream {{Code}}", theme: "T02", leadCouncil: "{{Lead}}", startsOn: "{{StartsOn}}" """,
            "workstream { code }"
        );

    public override bool IsIn(NetworkReading reading)
    {
        if (!reading.Workstreams.TryGetValue(Code, out var workstream))
        {
            return false;
        }

        Assert.Equal($"{Lead} {StartsOn}", workstream.Leads is [var first, ..] ? first : null);
        return true;
    }
}

/// <summary>Two events: the former lead becomes a participant, the new one leads.</summary>
internal sealed record AppointedLead(string Workstream, string Council) : Write
{
    private const string From = "2015-04-01";

    public override Task SendAsync(NetworkClient client) =>
        ChangeAsync(
            client,
            "appointWorkstreamLead",
            $$"""workstream: "{{Workstream}}", council: "{{Council}}", from: "{{From}}" """,
            "workstream { leadCouncil { code } }"
        );

    public override bool IsIn(NetworkReading reading)
    {
        var workstream = reading.Workstreams[Workstream];

        // With half of it there would be none, or two.
        Assert.Equal([workstream.LeadCouncil!], workstream.OpenLeads);
        return workstream.Leads.Contains($"{Council} {From}");
    }
}

internal sealed record AddedAction(string Workstream, string Owner, string Title) : Write
{
    public override Task SendAsync(NetworkClient client) =>
        ChangeAsync(
            client,
            "addWorkstreamAction",
            $$"""workstream: "{{Workstream}}", title: "{{Title}}", owner: "{{Owner}}" """,
            "workstream { code }"
        );

    public override bool IsIn(NetworkReading reading)
    {
        var count = reading.Workstreams[Workstream].Actions.Count(title => title == Title);
        Assert.InRange(count, 0, 1);
        return count == 1;
    }
}

/// <summary>Two events: what the file is of, and its figures.</summary>
internal sealed record ImportedFile(string Publication, int Birmingham) : Write
{
    public override async Task SendAsync(NetworkClient client)
    {
        var answer = await client.UploadAsync(
            As.AllRoles,
            $"{Publication}.csv",
            SmallFile.Of(Birmingham),
            metadata: null,
            Publication
        );
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.Text);
    }

    public override bool IsIn(NetworkReading reading)
    {
        if (!reading.Imports.TryGetValue(Publication, out var import))
        {
            return false;
        }

        Assert.Equal(new ImportReading(1, Birmingham), import);
        return true;
    }
}
