using RegionalNetwork.Clients;

if (args is not [var address, var council, var region, var network, var indicator])
{
    Console.Error.WriteLine("Usage: CouncilReport ENDPOINT COUNCIL REGION NETWORK INDICATOR");
    return 2;
}

using var http = new HttpClient();
var client = new GraphQLClient(http, new Uri(address));
var report = new Report(client, Console.Out);
await report.Profile(council, CancellationToken.None);
await report.Compare(council, region, indicator, CancellationToken.None);
await report.Members(network, CancellationToken.None);
return 0;
