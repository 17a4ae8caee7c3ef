using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Performance.Load;

/// <summary>
/// One web server with three ways to the same answers, so that they differ in nothing else: <c>/graphql</c> as users have it,
/// <c>/hand/NAME</c> written by hand from the same snapshot, and <c>/bytes/NAME</c>, which reads the request and sends what was
/// prepared: no answer can be quicker than that.
/// </summary>
internal static class LoadServer
{
    public const string Allocated = "/allocated";
    private const string Json = "application/graphql-response+json; charset=utf-8";

    public static string PathOf(LoadWay way, NetworkRequestName name) =>
        way switch
        {
            LoadWay.GraphQL => "/graphql",
            LoadWay.ByHand => $"/hand/{name}",
            _ => $"/bytes/{name}",
        };

    /// <summary>Prints its port and serves until its input ends.</summary>
    public static async Task ServeAsync()
    {
        await using var network = await MeasuredNetwork.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        network.NewEndpoint(network.Executor).Map(app);
        app.MapGet(Allocated, http => http.Response.WriteAsync($"{GC.GetTotalAllocatedBytes(precise: true)}"));
        foreach (var name in Enum.GetValues<NetworkRequestName>())
        {
            var answer = Encoding.UTF8.GetBytes(await network.CheckAnswerAsync(NetworkRequests.Of(name)));
            app.MapPost(PathOf(LoadWay.Bytes, name), http => SendAsync(http, answer));
            if (HandWritten.Knows(name))
            {
                Compare(name, network, answer);
                app.MapPost(PathOf(LoadWay.ByHand, name), http => WriteByHandAsync(http, name, network));
            }
        }

        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine(new Uri(address.Single()).Port);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> answer)
    {
        var body = await ReadAsync(http);
        http.Request.BodyReader.AdvanceTo(body.End);
        await RespondAsync(http, answer);
    }

    private static async Task WriteByHandAsync(HttpContext http, NetworkRequestName name, MeasuredNetwork network)
    {
        var body = await ReadAsync(http);
        using var request = JsonDocument.Parse(body);
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        var variables = request.RootElement.GetProperty("variables"u8);
        HandWritten.Write(name, new NetworkRequest(network.Host, Caller.Anonymous), variables, output);
        http.Request.BodyReader.AdvanceTo(body.End);
        await RespondAsync(http, output.WrittenMemory);
    }

    /// <summary>The whole body; the caller advances the reader behind it.</summary>
    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async Task RespondAsync(HttpContext http, ReadOnlyMemory<byte> answer)
    {
        http.Response.ContentType = Json;
        http.Response.ContentLength = answer.Length;
        await http.Response.BodyWriter.WriteAsync(answer, http.RequestAborted);
    }

    private static void Compare(NetworkRequestName name, MeasuredNetwork network, ReadOnlySpan<byte> answer)
    {
        var output = new ArrayBufferWriter<byte>();
        var variables = NetworkRequests.Of(name).Variables!.Value;
        HandWritten.Write(name, new NetworkRequest(network.Host, Caller.Anonymous), variables, output);
        if (!output.WrittenSpan.SequenceEqual(answer))
        {
            throw new InvalidOperationException($"{name} by hand is not what the engine answers.");
        }
    }
}

internal enum LoadWay
{
    Bytes,
    ByHand,
    GraphQL,
}
