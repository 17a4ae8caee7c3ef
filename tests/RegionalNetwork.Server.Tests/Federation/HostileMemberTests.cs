using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>What a hub does with requests that no node of ours would make.</summary>
public sealed class HostileMemberTests(HostileMemberTests.SharedHub shared)
    : IClassFixture<HostileMemberTests.SharedHub>,
        IAsyncLifetime
{
    /// <summary>Of no member.</summary>
    private const string Leeds = "E08000035";
    private const string Bradford = "E08000032";
    private const string NorthEast = "E12000001";

    /// <summary>One for each test.</summary>
    private static readonly (string Code, string Name)[] Councils =
    [
        ("E08000025", "Birmingham"),
        ("E08000026", "Coventry"),
        ("E08000027", "Dudley"),
        ("E08000028", "Sandwell"),
        ("E08000029", "Solihull"),
        ("E08000030", "Walsall"),
        ("E08000031", "Wolverhampton"),
        ("E08000003", "Manchester"),
        ("E08000004", "Oldham"),
        ("E08000005", "Rochdale"),
        ("E08000006", "Salford"),
    ];

    private readonly (string Code, string Name) _council = Councils[shared.NextTest()];
    private readonly TemporaryFolder _keys = new();
    private NodeKey? _key;
    private HubInvitation? _invitation;

    private Node Hub => shared.Hub;

    /// <summary>What the hub calls the node.</summary>
    private string Member => $"node-{_council.Code}";

    private string HubId => _invitation!.HubId;

    public async ValueTask InitializeAsync()
    {
        _key = NodeKey.In(_keys.Info);
        var printed = await Hub.RunAsync(
            "federation",
            "invite",
            Member,
            "--level",
            "nation",
            "--council",
            _council.Code
        );
        _invitation = HubInvitation.Find(printed);
    }

    public ValueTask DisposeAsync()
    {
        _key!.Dispose();
        _keys.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Only_the_code_and_the_key_that_is_sent_enrol_and_only_once()
    {
        using var other = new TemporaryFolder();
        using var thief = NodeKey.In(other.Info);
        var right = Enrolment(_invitation!.Code, _key!.PublicKey);

        Assert.Equal("403 INVITATION_INVALID", await EnrolAsync(Enrolment("abcd-efgh", _key.PublicKey), _key, HubId));
        Assert.Equal("403 KEY_INVALID", await EnrolAsync(right, thief, HubId));
        Assert.Equal("403 KEY_INVALID", await EnrolAsync(right, _key, "another-hub"));
        Assert.Equal("403 KEY_INVALID", await EnrolAsync(Enrolment(_invitation.Code, "bm8ga2V5"), _key, HubId));
        Assert.Equal(
            "400 REQUEST_UNREADABLE",
            await EnrolAsync("""{"code":null,"key":"a"}"""u8.ToArray(), _key, HubId)
        );
        Assert.Equal(
            "413 REQUEST_TOO_LARGE",
            await EnrolAsync(new byte[FederationLimits.EnrolmentBytes + 1], _key, HubId)
        );
        Assert.Equal("200", await EnrolAsync(right, _key, HubId));
        Assert.Equal("200", await EnrolAsync(right, _key, HubId));
        Assert.Equal(
            "403 INVITATION_INVALID",
            await EnrolAsync(Enrolment(_invitation.Code, thief.PublicKey), thief, HubId)
        );
    }

    [Fact]
    public async Task A_batch_counts_only_with_the_members_own_signature_on_it()
    {
        await EnrolAsync();
        using var other = new TemporaryFolder();
        using var thief = NodeKey.In(other.Info);
        var (body, another) = (Written(Hello), Written(Hello with { Last = 7 }));
        var now = DateTimeOffset.UtcNow;

        Assert.Equal("200", (await SendAsync(body, Proof(_key!, Member, HubId, body, now))).Code);
        foreach (
            var proof in new[]
            {
                "",
                "x.y.z",
                Proof(thief, Member, HubId, body, now),
                Proof(_key!, "another", HubId, body, now),
                Proof(_key!, Member, "another-hub", body, now),
                Proof(_key!, Member, HubId, another, now),
                Proof(_key!, Member, HubId, body, now - TimeSpan.FromMinutes(10)),
                Proof(_key!, Member, HubId, body, now + TimeSpan.FromMinutes(10)),
                NetworkClient.TokenOf(Hub.Data, As.AllRoles),
            }
        )
        {
            Assert.Equal("401 PROOF_INVALID", (await SendAsync(body, proof)).Code);
        }

        Assert.Equal(0, await AcknowledgedAsync());
    }

    [Fact]
    public async Task What_no_node_sends_is_refused_whole()
    {
        await EnrolAsync();
        var many = Enumerable.Range(1, FederationLimits.BatchMessages + 1).Select(number => Void(number));

        Assert.Equal("400 REQUEST_UNREADABLE", (await SendAsync("[]"u8.ToArray())).Code);
        Assert.Equal(
            "400 REQUEST_UNREADABLE",
            (await SendAsync("""{"enrolment":1,"last":0,"isLeaving":false,"messages":null}"""u8.ToArray())).Code
        );
        Assert.Equal(
            "400 REQUEST_UNREADABLE",
            (await SendAsync("""{"enrolment":1,"last":0,"isLeaving":false,"messages":[],"more":1}"""u8.ToArray())).Code
        );
        Assert.Equal(
            "400 BATCH_INVALID",
            (
                await SendAsync(
                    """{"enrolment":1,"last":0,"isLeaving":false,"messages":[null],"behindSince":null}"""u8.ToArray()
                )
            ).Code
        );
        Assert.Equal("400 BATCH_TOO_LONG", (await SendAsync(Written(Hello with { Messages = [.. many] }))).Code);
        Assert.Equal("400 BATCH_INVALID", (await SendAsync(Written(Hello with { Messages = [Void(0)] }))).Code);
        Assert.Equal(0, await AcknowledgedAsync());
    }

    [Fact]
    public async Task Messages_are_taken_in_order_and_what_is_not_the_members_to_send_stays_in_quarantine()
    {
        await EnrolAsync();
        var release = Release(1, 5);

        Assert.Equal("MESSAGE_OUT_OF_ORDER", await ProblemAsync(release with { Number = 2 }));
        Assert.Equal("NOT_A_MEMBER", await ProblemAsync(Hello with { Enrolment = 2 }));
        Assert.Equal(
            "",
            await ProblemAsync(
                release,
                Release(2, 5) with
                {
                    Return = KeyOf(Leeds, "Q1"),
                    Table = Table(Leeds, "Leeds", 5),
                },
                release with
                {
                    Number = 3,
                    Return = KeyOf(_council.Code, "Q2"),
                },
                release with
                {
                    Number = 4,
                    Return = "../../etc",
                },
                release with
                {
                    Number = 5,
                    Version = "99",
                },
                release with
                {
                    Number = 6,
                    Level = ReleaseLevel.Network,
                },
                release with
                {
                    Number = 7,
                    Table = null,
                },
                release with
                {
                    Number = 8,
                    Level = (ReleaseLevel)9,
                },
                Release(9, -5) with
                {
                    Return = KeyOf(_council.Code, "Q3"),
                }
            )
        );

        var answer = await TakeAsync(Hello);
        Assert.Equal(9, answer.Acknowledged);
        // Of one return the last refusal is kept.
        Assert.Equal(
            [
                "2 RETURN_NOT_OWNED",
                "3 TIME_IDENTIFIER_WRONG",
                "4 RETURN_UNKNOWN",
                "8 INVALID_VALUE",
                "9 TIME_IDENTIFIER_WRONG",
            ],
            answer.Quarantined.Select(one => $"{one.Number} {one.Reasons[0].Code}")
        );
        Assert.DoesNotContain(
            "etc",
            JsonSerializer.Serialize(answer, FederationJson.Default.BatchAnswer),
            StringComparison.Ordinal
        );
        Assert.Equal("[{\"status\":\"RELEASED\",\"vintages\":[{\"number\":1}]}]", await ReturnsAsync(_council.Code));
        Assert.Equal("[]", await ReturnsAsync(Leeds));
    }

    [Fact]
    public async Task What_a_council_explains_is_checked_as_at_an_upload()
    {
        await EnrolAsync();
        (string Field, string Text, string Code)[] wrong =
        [
            ("assignments", "Ask somebody@council.gov.uk about it.", "PERSONAL_DATA"),
            ("assignments", "=HYPERLINK(1)", "TEXT_FORMULA"),
            ("assignments", "", "TEXT_REQUIRED"),
            ("unknown", "Why.", "FIELD_NOT_FOUND"),
        ];
        for (var i = 0; i < wrong.Length; i++)
        {
            var (field, text, code) = wrong[i];
            Assert.Equal("", await ProblemAsync(Explained(i + 1, new Explanation(field, "Total", text))));
            var quarantined = Assert.Single((await TakeAsync(Hello)).Quarantined);
            Assert.Equal((i + 1, code), (quarantined.Number, quarantined.Reasons[0].Code));
            Assert.StartsWith("explanations.0.", quarantined.Reasons[0].Place, StringComparison.Ordinal);
            Assert.DoesNotContain("somebody", $"{quarantined.Reasons[0]}", StringComparison.Ordinal);
        }

        Assert.Equal("[]", await ReturnsAsync(_council.Code));
        var next = wrong.Length + 1;
        Assert.Equal(
            "400 BATCH_INVALID",
            (await SendAsync(Written(Hello with { Messages = [Explained(next, null!)] }))).Code
        );
        Assert.Equal("", await ProblemAsync(Explained(next, new Explanation("assignments", "Total", "Why."))));
        Assert.Empty((await TakeAsync(Hello)).Quarantined);
        Assert.Equal("[{\"status\":\"RELEASED\",\"vintages\":[{\"number\":1}]}]", await ReturnsAsync(_council.Code));
        TestContext.Current.SendDiagnosticMessage($"{wrong.Length + 2} cases");

        BatchMessage Explained(long number, Explanation one) => Release(number, 5) with { Explanations = [one] };
    }

    [Fact]
    public async Task Priorities_are_taken_of_its_own_council_alone_and_whole()
    {
        await EnrolAsync();
        var details = new PriorityDetails("A priority", new("T01", []), null, null);
        var shown = new ShownPriority("2026-27", details, PriorityStatus.Proposed, null, Audience.Public, ["a"]);
        var own = $"priority.{_council.Code}.a";

        Assert.Equal(
            "400 BATCH_INVALID",
            (
                await SendAsync(Written(Hello with { Messages = [Priority(1, own, shown with { InOrder = [null!] })] }))
            ).Code
        );
        Assert.Equal(
            "",
            await ProblemAsync(
                Priority(1, $"priority.{Leeds}.a", shown),
                Priority(2, "priority.E99999999.a", shown),
                Priority(3, own, null),
                Priority(4, $"{own}b", shown with { Details = details with { Title = "Ask a@b.org" } }),
                Priority(5, own, shown)
            )
        );

        Assert.Equal(
            ["1 PRIORITY_NOT_OWNED", "2 PRIORITY_UNKNOWN", "4 PERSONAL_DATA"],
            (await TakeAsync(Hello)).Quarantined.Select(one => $"{one.Number} {one.Reasons[0].Code}")
        );
        Assert.Equal("[{\"title\":\"A priority\"}]", await PrioritiesAsync(_council.Code));
        Assert.Equal("[]", await PrioritiesAsync(Leeds));
        Assert.Equal("", await ProblemAsync(Priority(6, own, null) with { Kind = BatchMessageKind.PriorityHidden }));
        Assert.Equal("[]", await PrioritiesAsync(_council.Code));

        static BatchMessage Priority(long number, string about, ShownPriority? shown) =>
            new(number, BatchMessageKind.PriorityShown, about, null, null, null, null) { Priority = shown };

        async Task<string> PrioritiesAsync(string council) =>
            (
                await Hub.Client.QueryAsync(
                    $$"""{ council(code: "{{council}}") { priorities { title } } }""",
                    null,
                    As.Anonymous
                )
            )
                .Data.At("council.priorities")
                .GetRawText();
    }

    [Fact]
    public async Task Sums_are_of_a_region_that_the_member_speaks_for_and_of_known_indicators()
    {
        await EnrolAsync();
        var sum = new IndicatorSum("AGY-03", 0, [12.5m, 400], 5, IsSuperseded: false);

        Assert.Equal(
            "400 BATCH_INVALID",
            (await SendAsync(Written(Hello with { Messages = [Sums(1, NorthEast, (IndicatorSum)null!)] }))).Code
        );
        Assert.Equal(
            "",
            await ProblemAsync(
                Sums(1, NorthEast, sum),
                Sums(2, "E99999999", sum),
                Release(3, 5) with
                {
                    // Only the hub of a region hides.
                    Table = Table(_council.Code, _council.Name, 5).Replace(",5,", ",c,", StringComparison.Ordinal),
                }
            )
        );
        Assert.Equal(
            ["1 REGION_NOT_OWNED", "2 RETURN_UNKNOWN", "3 SYMBOL_NOT_ALLOWED"],
            (await TakeAsync(Hello)).Quarantined.Select(one => $"{one.Number} {one.Reasons[0].Code}")
        );
    }

    [Fact]
    public async Task Sums_that_no_hub_lets_out_are_refused_whole()
    {
        _invitation = HubInvitation.Find(
            await Hub.RunAsync("federation", "invite", Member, "--level", "nation", "--region", NorthEast)
        );
        await EnrolAsync();
        var sum = new IndicatorSum("AGY-03", 0, [12.5m, 400], 5, IsSuperseded: false);
        (IndicatorSum[] Sums, string Code)[] wrong =
        [
            ([sum with { Indicator = "AGY-99" }], "DEFINITIONS_DIFFER"),
            ([sum with { Indicator = "agy-03" }], "DEFINITIONS_DIFFER"),
            ([sum with { Slice = -1 }], "DEFINITIONS_DIFFER"),
            ([sum with { Slice = 1_000 }], "DEFINITIONS_DIFFER"),
            ([sum with { Parts = [1] }], "DEFINITIONS_DIFFER"),
            ([sum with { Parts = [1, -1] }], "SUMS_UNSOUND"),
            ([sum with { Contributors = 2 }], "SUMS_UNSOUND"),
            ([sum with { Contributors = 101 }], "SUMS_UNSOUND"),
            ([sum, sum], "SUMS_UNSOUND"),
        ];
        for (var i = 0; i < wrong.Length; i++)
        {
            Assert.Equal("", await ProblemAsync(Sums(i + 1, NorthEast, wrong[i].Sums)));
            var quarantined = Assert.Single((await TakeAsync(Hello)).Quarantined);
            Assert.Equal((i + 1, wrong[i].Code), (quarantined.Number, quarantined.Reasons[0].Code));
        }

        var next = wrong.Length + 1;
        Assert.Equal("", await ProblemAsync(Sums(next, "E12000002", sum), Sums(next + 1, NorthEast, sum)));
        var left = Assert.Single((await TakeAsync(Hello)).Quarantined);
        Assert.Equal((next, "REGION_NOT_OWNED"), (left.Number, left.Reasons[0].Code));
        TestContext.Current.SendDiagnosticMessage($"{next + 1} cases");
    }

    [Fact]
    public async Task What_comes_too_often_is_taken_once_also_at_the_same_time()
    {
        await EnrolAsync();
        var body = Written(Hello with { Messages = [Release(1, 5), Void(2)] });
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(body)));

        Assert.All(answers, answer => Assert.Contains(answer.Code, new[] { "200", "429 HUB_BUSY" }));
        Assert.Equal("200", (await SendAsync(body)).Code);
        Assert.Equal(2, await AcknowledgedAsync());
        Assert.Equal("[{\"status\":\"RELEASED\",\"vintages\":[{\"number\":1}]}]", await ReturnsAsync(_council.Code));
    }

    [Fact]
    public async Task At_the_hub_nobody_changes_what_comes_from_the_councils_own_node()
    {
        await EnrolAsync();

        var (code, name) = _council;
        var upload = await Hub.Client.UploadReturnAsync(As.DataOfficer(code), code, Table(code, name, 5));
        Assert.Contains("RETURN_KEPT_ELSEWHERE", upload.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("RETURN_KEPT_ELSEWHERE", "input.council"),
            await Hub.Client.RefusedAsync(As.DataOfficer(code), "enterReturn", $"{Of(code)}, csv: \"{Heading}\"")
        );
        Assert.Equal(
            ("RETURN_KEPT_ELSEWHERE", "input.council"),
            await Hub.Client.RefusedAsync(As.Approver(code), "withdrawReturn", $"{Of(code)}, reason: \"R\"")
        );
        upload = await Hub.Client.UploadReturnAsync(As.DataOfficer(Bradford), Bradford, Table(Bradford, "Bradford", 5));
        Assert.Equal(HttpStatusCode.OK, upload.Status);
    }

    [Fact]
    public async Task The_status_is_for_operators()
    {
        foreach (var path in new[] { "/federation", "/federation/status" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(path, As.Anonymous)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(path, As.NationalOffice)).Status);
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, As.Operator)).Status);
        }

        // The invitation was written by another process, which a server sees within a second.
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (
            !(await GetAsync("/federation", As.Operator)).Text.Contains("<td>Invited until ", StringComparison.Ordinal)
        )
        {
            Assert.False(timeout.IsCancellationRequested);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static Batch Hello { get; } = new(1, 0, null, IsLeaving: false, []);

    private Task<Answer> GetAsync(string path, Actor? actor) =>
        Hub.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path), actor);

    private static BatchMessage Void(long number) => new(number, BatchMessageKind.Void, "", null, null, null, null);

    private static BatchMessage Sums(long number, string region, params IndicatorSum[] sums) =>
        new(number, BatchMessageKind.Sums, $"sums.agency.{Period}.{region}", "1", null, null, null) { Sums = sums };

    private static string KeyOf(string council, string quarter) => $"agency.202425-{quarter}.{council}";

    private BatchMessage Release(long number, int each) =>
        new(
            number,
            BatchMessageKind.Released,
            KeyOf(_council.Code, "Q1"),
            "1",
            ReleaseLevel.Nation,
            new DateOnly(2025, 4, 1),
            Table(_council.Code, _council.Name, each)
        );

    private static byte[] Enrolment(string code, string key) =>
        JsonSerializer.SerializeToUtf8Bytes(new EnrolmentRequest(code, key), FederationJson.Default.EnrolmentRequest);

    private static byte[] Written(Batch batch) =>
        JsonSerializer.SerializeToUtf8Bytes(batch, FederationJson.Default.Batch);

    private static string Proof(NodeKey key, string issuer, string audience, byte[] body, DateTimeOffset now) =>
        NodeProof.Sign(key, issuer, audience, "id", body, now);

    private async Task EnrolAsync() =>
        Assert.Equal("200", await EnrolAsync(Enrolment(_invitation!.Code, _key!.PublicKey), _key, HubId));

    private async Task<string> EnrolAsync(byte[] body, NodeKey key, string hub) =>
        (await PostAsync("federation/members", body, Proof(key, key.Id, hub, body, DateTimeOffset.UtcNow))).Code;

    private Task<(string Code, string Text)> SendAsync(byte[] body) =>
        SendAsync(body, Proof(_key!, Member, HubId, body, DateTimeOffset.UtcNow));

    private Task<(string Code, string Text)> SendAsync(byte[] body, string proof) =>
        PostAsync("federation/batches", body, proof);

    private async Task<(string Code, string Text)> PostAsync(string path, byte[] body, string proof)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", proof);
        using var response = await Hub.Client.SendRawAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var status = $"{(int)response.StatusCode}";
        return (response.IsSuccessStatusCode ? status : $"{status} {JsonElement.Parse(text).Text("code")}", text);
    }

    private async Task<BatchAnswer> TakeAsync(Batch batch)
    {
        var (code, text) = await SendAsync(Written(batch));
        Assert.Equal("200", code);
        return JsonSerializer.Deserialize(text, FederationJson.Default.BatchAnswer)!;
    }

    private Task<string> ProblemAsync(params BatchMessage[] messages) =>
        ProblemAsync(Hello with { Messages = messages });

    private async Task<string> ProblemAsync(Batch batch) => (await TakeAsync(batch)).Problem?.Code ?? "";

    private async Task<long> AcknowledgedAsync() => (await TakeAsync(Hello)).Acknowledged;

    private async Task<string> ReturnsAsync(string council)
    {
        var answer = await Hub.Client.QueryAsync(
            $$"""{ council(code: "{{council}}") { returns(collection: "agency") { status vintages { number } } } }""",
            null,
            As.DataOfficer(council)
        );
        return answer.Data.At("council.returns").GetRawText();
    }

    /// <summary>One hub for all of these tests: each has a council and a member of its own there.</summary>
    public sealed class SharedHub : IAsyncLifetime
    {
        private int _tests;

        internal Node Hub { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Hub = await Node.StartNewAsync();

        public ValueTask DisposeAsync() => Hub.DisposeAsync();

        internal int NextTest() => Interlocked.Increment(ref _tests) - 1;
    }
}
