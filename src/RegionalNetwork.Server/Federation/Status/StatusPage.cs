using System.Globalization;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Server.Pages;

namespace RegionalNetwork.Server.Federation.Status;

/// <summary>The status of the federation as a page: the hub of this node, and the members of this hub.</summary>
internal static class StatusPage
{
    private const string Never = "Not since this node started";

    public static PageContent Write(FederationStatus status) =>
        new("Federation", $"{Hub(status.Hub)}\n{Members(status.Members)}");

    private static string Hub(HubStatus? hub) =>
        hub is null
            ? "<h2>Hub of this node</h2>\n<p>This node is a member of no hub.</p>"
            : $"""
                <h2>Hub of this node</h2>
                <dl>
                {Line("Address", hub.Url)}
                {Line("This node is called", hub.Member)}
                {Line("It speaks for", Names(hub.Owns))}
                {Line("What goes there", Words(hub.Level))}
                {Line("Membership", Membership(hub))}
                {Line("Messages", $"{Number(hub.Queued)} queued, {Number(hub.Acknowledged)} acknowledged")}
                {Line("Waiting", Lag(hub.Lag, hub.BehindSince))}
                {Line("Last acknowledged", Time(hub.AcknowledgedAt, "Nothing yet"))}
                {Line("Last heard of", Time(hub.HeardAt, Never))}
                {Line(
                    "Last fault",
                    hub.Fault is { } fault ? $"{fault.Message} ({RoleWords.Of(fault.At)})" : "None"
                )}
                </dl>
                {Quarantine("hub", "the hub", hub.Quarantined)}
                """;

    private static string Members(IReadOnlyList<MemberStatus> members) =>
        members.Count == 0
            ? "<h2>Members of this hub</h2>\n<p>No node is a member of this one.</p>"
            : $"""
                <h2>Members of this hub</h2>
                <div class="table" role="region" aria-labelledby="members" tabindex="0"><table>
                <caption id="members">Nodes that send to this one</caption>
                <thead>
                <tr><th scope="col">Node</th><th scope="col">Speaks for</th><th scope="col">Membership</th><th scope="col">Acknowledged</th><th scope="col">Waiting there</th><th scope="col">Last heard of</th><th scope="col">Last fault</th></tr>
                </thead>
                <tbody>
                {string.Join('\n', members.Select(Row))}
                </tbody>
                </table></div>
                {string.Join(
                    '\n',
                    members.Select((member, index) => Quarantine($"member-{index}", member.Name, member.Quarantined))
                )}
                """;

    private static string Row(MemberStatus member) =>
        $"<tr><th scope=\"row\">{PageLayout.Encode(member.Name)}</th>{Cells(
            Names(member.Owns),
            Membership(member),
            Number(member.Acknowledged),
            member.Lag is { } lag ? Lag(lag, member.BehindSince) : Never,
            Time(member.HeardAt, "Never"),
            member.Problem is { } problem ? $"{problem.Code}: {problem.Message}" : "None"
        )}</tr>";

    /// <param name="id">Of the table, one in the page.</param>
    private static string Quarantine(string id, string whose, IReadOnlyList<QuarantinedMessage> quarantined) =>
        quarantined.Count == 0
            ? ""
            : $"""
                <div class="table" role="region" aria-labelledby="quarantine-{id}" tabindex="0"><table>
                <caption id="quarantine-{id}">In quarantine: {PageLayout.Encode(whose)}</caption>
                <thead>
                <tr><th scope="col">Message</th><th scope="col">About</th><th scope="col">Why</th></tr>
                </thead>
                <tbody>
                {string.Join('\n', quarantined.Select(Row))}
                </tbody>
                </table></div>
                """;

    private static string Row(QuarantinedMessage message) =>
        $"<tr><th scope=\"row\">{Number(message.Number)}</th>{Cells(
            message.Return.Length == 0 ? "None that is known" : message.Return,
            string.Join(' ', message.Reasons.Select(Words))
        )}</tr>";

    private static string Words(QuarantineReason reason) =>
        reason.Place is { } place ? $"{reason.Code} at {place}: {reason.Message}" : $"{reason.Code}: {reason.Message}";

    private static string Words(ReleaseLevel level) =>
        level switch
        {
            ReleaseLevel.Network => "What is released to the network or further",
            ReleaseLevel.Nation => "What is released to the nation or further",
            _ => "What is released to everybody",
        };

    private static string Membership(HubStatus hub) =>
        hub.LeftAt is { } left ? $"Left, {RoleWords.Of(left)}"
        : hub.Leaving is not null ? "Leaves"
        : "Member";

    private static string Membership(MemberStatus member) =>
        member.IsEnrolled ? "Member"
        : member.LeftAt is { } left ? $"Left, {RoleWords.Of(left)}"
        : member.InvitedUntil is { } until ? $"Invited until {RoleWords.Of(until)}"
        : "None";

    private static string Lag(long lag, DateTimeOffset? since) =>
        lag == 0 ? "Nothing"
        : since is { } moment ? $"{Number(lag)} since {RoleWords.Of(moment)}"
        : Number(lag);

    private static string Names(IReadOnlyList<Place> places) =>
        string.Join(
            ", ",
            places.Select(place =>
                place.Kind == PlaceKind.Region
                    ? CouncilRegister.England.FindRegion(place.Code)?.Name ?? place.Code
                    : CouncilRegister.England.Find(place.Code)?.Name ?? place.Code
            )
        );

    private static string Time(DateTimeOffset? moment, string otherwise) =>
        moment is { } known ? RoleWords.Of(known) : otherwise;

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Line(string term, string text) =>
        $"<div><dt>{term}</dt><dd>{PageLayout.Encode(text)}</dd></div>";

    private static string Cells(params IEnumerable<string> texts) =>
        string.Concat(texts.Select(text => $"<td>{PageLayout.Encode(text)}</td>"));
}
