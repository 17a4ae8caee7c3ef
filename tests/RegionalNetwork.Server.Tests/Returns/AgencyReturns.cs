using System.Text;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Returns;

/// <summary>Returns of the collection <c>agency</c>: six job types, nine figures each.</summary>
internal static class AgencyReturns
{
    public const string Period = "202425-Q1";

    public const string Heading =
        "time_period,time_identifier,new_la_code,la_name,job_type,assignments,assignments_over_cap,assignments_in_breach,"
        + "hours_charged,amount_charged,agency_fte,project_team_fte,agency_spend,social_work_spend";

    private static readonly string[] JobTypes =
    [
        "Social worker",
        "Senior social worker",
        "Advanced practitioner",
        "Team manager",
        "Other social work role",
    ];

    /// <summary>A table without a fault: every job type has the same number everywhere.</summary>
    public static string Table(string council, string name, int each, string quarter)
    {
        var keys = $"202425,Financial year {quarter},{council},{name}";
        var rows = JobTypes
            .Select(type => $"{keys},{type},{Repeated(each)},z")
            .Append($"{keys},Total,{Repeated(each * JobTypes.Length)},{each * JobTypes.Length * 10}");
        return string.Join('\n', rows.Prepend(Heading)) + "\n";

        static string Repeated(int value) => string.Join(',', Enumerable.Repeat(value, 8));
    }

    public static string Table(string council, string name, int each) => Table(council, name, each, "Q1");

    /// <summary>The input fields that say which return.</summary>
    public static string Of(string council) => $"""collection: "agency", council: "{council}", period: "{Period}" """;

    public static async Task<Answer> UploadReturnAsync(
        this NetworkClient client,
        Actor? actor,
        string council,
        string table,
        params (string Name, string Value)[] more
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "data", "agency.csv" },
            { new StringContent(council), "council" },
            { new StringContent(Period), "period" },
        };
        foreach (var (name, value) in more)
        {
            form.Add(new StringContent(value), name);
        }

        return await client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/returns/agency") { Content = form },
            actor
        );
    }

    public static Task CompileAsync(this NetworkClient client) =>
        client.SucceedAsync(
            As.NationalOffice,
            "compileReturnRound",
            $"""collection: "agency", period: "{Period}" """,
            "round { number }"
        );

    public static Task<Answer> GetAsync(this NetworkClient client, Actor? actor, string address) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), actor);

    /// <summary>From upload to release to its network by the council's own people.</summary>
    public static Task ReleaseAsync(this NetworkClient client, string council, string name, int each) =>
        client.ReleaseAsync(council, name, each, "NETWORK");

    /// <param name="level">How far it is released.</param>
    public static async Task ReleaseAsync(
        this NetworkClient client,
        string council,
        string name,
        int each,
        string level
    )
    {
        var uploaded = await client.UploadReturnAsync(
            As.DataOfficer(council),
            council,
            Table(council, name, each),
            ("submit", "true")
        );
        Assert.True(uploaded.Body.At("submitted").GetBoolean(), uploaded.Text);
        await client.SucceedAsync(
            As.Approver(council),
            "approveReturn",
            $"{Of(council)}, draft: {uploaded.Body.At("draft")}",
            "return { status }"
        );
        await client.SucceedAsync(
            As.Approver(council),
            "releaseReturn",
            $"{Of(council)}, level: {level}",
            "return { status }"
        );
    }
}
