using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Security;

/// <summary>What a running server logs of those whom it refuses.</summary>
public sealed class RefusalsLoggedTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Address = "anonymous-on-this-machine";
    private const string OtherCouncil = "E10000014";

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);
    private static readonly Actor Psw = As.Psw("E08000031");

    [Fact]
    public async Task Field_for_others_and_a_field_for_callers_who_are_known()
    {
        var before = Seen;
        const string auditTrail =
            "{ a: council(code: \"E10000014\") { brokenGlass { code } } b: council(code: \"E10000014\") { brokenGlass { code } } }";
        Assert.Contains("UNAUTHENTICATED", (await server.Client.QueryAsync(auditTrail)).ErrorCodes);
        await LoggedAsync(before, 33, $"{Address} was refused what they asked for: UNAUTHENTICATED.");

        Assert.Contains("FORBIDDEN", (await server.Client.QueryAsync(auditTrail, null, Psw)).ErrorCodes);
        await LoggedAsync(before, 33, $"{Psw.Subject} was refused what they asked for: FORBIDDEN.");
        Assert.Single(SinceThen(before), line => line.Contains("FORBIDDEN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_of_what_is_not_theirs()
    {
        var before = Seen;
        var (code, _) = await server.Client.RefusedAsync(
            Psw,
            "appointPrincipalSocialWorker",
            $"council: \"{OtherCouncil}\", scope: BOTH, form: DEDICATED, from: \"2024-01-01\""
        );
        Assert.Equal("NOT_PERMITTED", code);
        await LoggedAsync(before, 33, $"{Psw.Subject} was refused what they asked for: NOT_PERMITTED.");
    }

    [Fact]
    public async Task Token_that_is_none()
    {
        var before = Seen;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("{\"query\":\"{ __typename }\"}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "a.b.c");
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(request, As.Anonymous)).Status);
        await LoggedAsync(before, 34, $"{Address} sent a token that was refused: TOKEN_INVALID.");
    }

    [Fact]
    public async Task One_time_code_that_is_none()
    {
        var before = Seen;
        var answer = await server.Client.QueryAsync(
            $$"""mutation { acceptRole(input: { commandId: "{{Changes.NewId()}}", code: "aaaa" }) { problems { code } } }""",
            null,
            Psw
        );
        Assert.Equal(["OFFER_CODE_INVALID"], answer.Data.Texts("acceptRole.problems", "code"));
        await LoggedAsync(before, 35, $"{Psw.Subject} tried a one-time code in vain: OFFER_CODE_INVALID.");
    }

    [Fact]
    public async Task Files_that_are_refused_and_people_who_may_not_send_any()
    {
        var before = Seen;
        var file = Encoding.UTF8.GetBytes("no,such,columns\n1,2,3\n");
        await server.Client.UploadAsync(As.Anonymous, "figures.csv", file);
        await LoggedAsync(before, 33, $"{Address} was refused what they asked for: UNAUTHENTICATED.");
        await server.Client.UploadAsync(Psw, "figures.csv", file);
        await LoggedAsync(before, 33, $"{Psw.Subject} was refused what they asked for: FORBIDDEN.");
        await server.Client.UploadAsync(As.Operator, "figures.csv", file);
        await LoggedAsync(before, 36, $"{As.Operator.Subject} sent a file that was refused: FILE_FAULTY.");
        using var noForm = new HttpRequestMessage(HttpMethod.Post, "/imports") { Content = new StringContent("x") };
        await server.Client.SendAsync(noForm, As.Operator);
        await LoggedAsync(before, 36, $"{As.Operator.Subject} sent a file that was refused: FORM_EXPECTED.");
    }

    [Fact]
    public async Task Returns_of_others_and_forms_without_a_file()
    {
        var before = Seen;
        await ReturnAsync(OtherCouncil);
        await LoggedAsync(before, 33, $"{Psw.Subject} was refused what they asked for: NOT_PERMITTED.");
        await ReturnAsync("E08000031");
        await LoggedAsync(before, 36, $"{Psw.Subject} sent a file that was refused: DATA_MISSING.");
    }

    private int Seen => server.Process.Printed.Count();

    private string[] SinceThen(int seen) => [.. server.Process.Printed.Skip(seen)];

    private async Task ReturnAsync(string council)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(council), "council" },
            { new StringContent("202526-Q1"), "period" },
        };
        await server.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/returns/agency") { Content = form },
            Psw
        );
    }

    /// <summary>The console writes on a thread of its own, the event on one line and what happened on the next.</summary>
    private async Task LoggedAsync(int seen, int number, string text)
    {
        var watch = Stopwatch.StartNew();
        while (!IsLogged(SinceThen(seen), number, text))
        {
            Assert.True(watch.Elapsed < WaitMax, $"Not logged: {number} {text}\n{string.Join('\n', SinceThen(seen))}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    private static bool IsLogged(string[] lines, int number, string text) =>
        lines
            .Zip(lines.Skip(1))
            .Any(pair =>
                pair.First.Contains($"RegionalNetwork.Security[{number}]", StringComparison.Ordinal)
                && pair.Second.Contains(text, StringComparison.Ordinal)
            );
}
