using System.Buffers;
using System.Text;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.People;

/// <summary>Questions of people who signed in at an issuer, put to the engine itself: no issuer is needed.</summary>
internal static class Asked
{
    private static readonly RequestExecutor Executor = new(NetworkSchema.Bind(), new ExecutorOptions());

    public static SignedIn SignedIn(string subject) =>
        new(
            new Identity("https://issuer.example", "tenant", subject),
            IsApplication: false,
            MayWrite: true,
            DateTimeOffset.MaxValue,
            Assumed: null,
            "A display name"
        );

    /// <summary>As whoever the register takes them for: somebody unknown has no roles.</summary>
    public static async Task<Answer> AskAsync(this NetworkHost host, SignedIn signedIn, string document)
    {
        var output = new ArrayBufferWriter<byte>();
        await Executor.ExecuteAsync(
            new GraphQLRequest(document, null, null),
            new NetworkRequest(host, new Caller(signedIn)),
            output,
            TestContext.Current.CancellationToken
        );
        return new Answer(System.Net.HttpStatusCode.OK, null, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
