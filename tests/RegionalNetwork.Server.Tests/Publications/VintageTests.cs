using System.Net;
using System.Text;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Durability;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Publications;

/// <summary><c>POST /imports</c> and what readers see of it.</summary>
public sealed class VintageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Corrected_file_is_a_new_vintage_and_the_old_one_stays_readable()
    {
        await ImportAsync("corrected.csv", 5);
        var second = await ImportAsync("corrected.csv", 7);

        Assert.Equal((2, true), (second.Body.At("vintage").GetInt32(), second.Body.At("isNew").GetBoolean()));
        Assert.Equal(
            """{"publication":{"vintages":[{"number":2,"isCurrent":true,"rowCount":2},{"number":1,"isCurrent":false,"rowCount":2}]},"now":{"vintage":2,"region":{"value":7},"england":{"published":{"text":"70"}}},"then":{"vintage":1,"region":{"value":5},"england":{"published":{"text":"50"}}}}""",
            (
                await server.Client.ReadAsync(
                    """
                    {
                      publication(code: "corrected") { vintages { number isCurrent rowCount } }
                      now: benchmark(indicator: "corrected.staff_count", region: "E12000005") { vintage region { value } england { published { text } } }
                      then: benchmark(indicator: "corrected.staff_count", region: "E12000005", vintage: 1) { vintage region { value } england { published { text } } }
                    }
                    """
                )
            )
        );
    }

    [Fact]
    public async Task Same_file_twice_changes_nothing()
    {
        await ImportAsync("same.csv", 5);
        var before = await PositionAsync();
        var again = await ImportAsync("same.csv", 5);

        Assert.Equal((1, false), (again.Body.At("vintage").GetInt32(), again.Body.At("isNew").GetBoolean()));
        Assert.Equal(before, await PositionAsync());
    }

    [Fact]
    public async Task New_file_is_always_told_from_one_that_was_there()
    {
        for (var birmingham = 1; birmingham <= 30; birmingham++)
        {
            var answer = await ImportAsync("new.csv", birmingham);

            Assert.True(answer.Body.At("isNew").GetBoolean(), answer.Text);
            Assert.Equal(birmingham, answer.Body.At("vintage").GetInt32());
        }
    }

    [Fact]
    public async Task Same_file_sent_many_times_at_once_is_one_vintage_and_new_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ImportAsync("at-once.csv", 5)));

        Assert.All(answers, answer => Assert.Equal(1, answer.Body.At("vintage").GetInt32()));
        Assert.Single(answers, answer => answer.Body.At("isNew").GetBoolean());
    }

    [Fact]
    public async Task Different_files_sent_at_once_each_get_a_vintage_of_their_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(n => ImportAsync("many.csv", n)));

        Assert.Equal(Enumerable.Range(1, 10), answers.Select(answer => answer.Body.At("vintage").GetInt32()).Order());
    }

    [Fact]
    public async Task Faulty_file_gets_every_fault_and_changes_nothing()
    {
        var before = await PositionAsync();
        var text = Encoding.UTF8.GetString(SmallFile.Of(5));
        var answer = await server.Client.UploadAsync(
            As.AllRoles,
            "faulty.csv",
            Encoding.UTF8.GetBytes(
                text.Replace("National", "Moon", StringComparison.Ordinal)
                    .Replace("2024,Reporting year,Local", "202,Reporting year,Local", StringComparison.Ordinal)
            )
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            [(2, "geographic_level", "Moon"), (3, "time_period", "202")],
            answer
                .Body.At("faults")
                .EnumerateArray()
                .Select(f => (f.At("row").GetInt32(), f.Text("column")!, f.Text("value")!))
        );
        Assert.Equal(before, await PositionAsync());
    }

    [Theory]
    [InlineData("a publication")]
    [InlineData("UPPER")]
    [InlineData("../etc")]
    public async Task Publication_needs_a_plain_code(string publication)
    {
        var answer = await server.Client.UploadAsync(As.AllRoles, "x.csv", SmallFile.Of(1), null, publication);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("PUBLICATION_CODE_INVALID", answer.Body.Text("faults.0.code"));
    }

    [Fact]
    public async Task Only_those_who_answer_for_the_whole_network_import()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(As.NationalOffice));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(As.Anonymous));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(As.Psw("E08000031")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(As.DataOfficer("E08000031")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(As.Coordinator("west-midlands")));
    }

    [Fact]
    public async Task Upload_that_is_no_form_with_a_file_is_refused()
    {
        Assert.Equal(
            (HttpStatusCode.UnsupportedMediaType, "FORM_EXPECTED"),
            await PostAsync(new StringContent("a,b", Encoding.UTF8, "text/csv"))
        );
        Assert.Equal(
            (HttpStatusCode.BadRequest, "DATA_MISSING"),
            await PostAsync(new MultipartFormDataContent { { new StringContent("x"), "publication" } })
        );
        var cutOff = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.csv\"\r\n\r\na"
        );
        cutOff.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(
            "multipart/form-data; boundary=b"
        );
        Assert.Equal((HttpStatusCode.BadRequest, "FORM_UNREADABLE"), await PostAsync(cutOff));
    }

    private async Task<(HttpStatusCode Status, string? Code)> PostAsync(HttpContent content)
    {
        var answer = await server.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/imports") { Content = content },
            As.AllRoles
        );
        return (answer.Status, answer.Body.Text("faults.0.code"));
    }

    private async Task<HttpStatusCode> StatusAsync(Actor? actor) =>
        (await server.Client.UploadAsync(actor, "who.csv", SmallFile.Of(1))).Status;

    private async Task<Answer> ImportAsync(string name, int birmingham)
    {
        var answer = await server.Client.UploadAsync(As.AllRoles, name, SmallFile.Of(birmingham));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer;
    }

    private async Task<long> PositionAsync() => (await server.Client.QueryAsync("{ service { position } }")).Position;
}
