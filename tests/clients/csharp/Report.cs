namespace RegionalNetwork.Clients;

/// <summary>What a data officer asks before a meeting, as lines of text.</summary>
internal sealed class Report(GraphQLClient client, TextWriter output)
{
    /// <summary>What the council is and what it works on.</summary>
    public async Task Profile(string council, CancellationToken cancellationToken)
    {
        var answer = await client.Execute<CouncilProfile>(
            "council-profile.graphql",
            new { council },
            cancellationToken
        );
        if (answer.Council is not { } profile)
        {
            output.WriteLine($"There is no council {council}.");
            return;
        }

        output.WriteLine($"{profile.Name} ({profile.Code}), {profile.Region.Name}, since {profile.OperationalFrom:O}");
        foreach (var appointment in profile.PrincipalSocialWorkers)
        {
            output.WriteLine($"  {appointment.Title}, since {appointment.From:O}");
        }

        foreach (var workstream in profile.WorkstreamsConnection.Nodes)
        {
            output.WriteLine($"  {workstream.Title}");
        }
    }

    /// <summary>The council against its region and England on one indicator.</summary>
    public async Task Compare(string council, string region, string indicator, CancellationToken cancellationToken)
    {
        var variables = new
        {
            council,
            region,
            indicator,
        };
        var answer = await client.Execute<CouncilBenchmark>("council-benchmark.graphql", variables, cancellationToken);
        if (answer.Benchmark is not { } benchmark)
        {
            output.WriteLine($"There are no figures for {indicator}.");
            return;
        }

        output.WriteLine($"{benchmark.Indicator.Name}, {benchmark.Period.Code}");
        output.WriteLine($"  own {answer.Council?.Figure?.Value:0.0} {answer.Council?.Figure?.Status}");
        output.WriteLine($"  region {benchmark.Region?.Value:0.0} from {benchmark.Region?.Coverage?.Contributors}");
        output.WriteLine($"  England {benchmark.England.Value:0.0}");
        foreach (var row in benchmark.Rows.Where(row => row.Figure is not null))
        {
            output.WriteLine($"  {row.Code} {row.Figure?.Value:0.0}");
        }
    }

    /// <summary>The councils of a network.</summary>
    public async Task Members(string network, CancellationToken cancellationToken)
    {
        var answer = await client.Execute<NetworkCouncils>(
            "network-councils.graphql",
            new { network },
            cancellationToken
        );
        foreach (var member in answer.Network?.Members ?? [])
        {
            output.WriteLine($"member {member.Council.Code} {member.Council.Name}");
        }
    }
}
