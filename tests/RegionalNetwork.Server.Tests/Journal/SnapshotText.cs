using System.Globalization;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Tests.Journal;

/// <summary>Everything that a snapshot keeps from the journal, a line each, so that two can be compared.</summary>
internal static class SnapshotText
{
    private const int HashCharactersShown = 8;

    public static string Of(NetworkSnapshot snapshot) => string.Join('\n', Lines(snapshot));

    private static IEnumerable<string> Lines(NetworkSnapshot snapshot) =>
        [
            .. CouncilRegister.England.All.SelectMany(council =>
                Council(council.Code, snapshot.Councils.PrioritiesOf(council.Code))
            ),
            .. CouncilRegister.England.All.SelectMany(council =>
                snapshot
                    .Councils.NarrativesOf(council.Code)
                    .ByKey.Values.Select(narrative =>
                        $"narrative {council.Code} {narrative.Indicator} {narrative.Period} {narrative.Audience} "
                        + $"{Date(narrative.Since)}: {OneLine(narrative.Text)}"
                    )
            ),
            .. snapshot.Networks.All.SelectMany(Network),
            .. CouncilRegister.England.All.SelectMany(council =>
                snapshot.Appointments.OfCouncil(council.Code).SelectMany(Appointment)
            ),
            .. snapshot.Workstreams.All.SelectMany(Workstream),
            .. snapshot.Publications.All.SelectMany(publication => publication.Vintages).SelectMany(Vintage),
            .. snapshot.Publications.All.SelectMany(publication => publication.Editions).SelectMany(Edition),
            .. snapshot.People.InOrder.Select(code => Person(snapshot.People.Find(code)!)),
            .. Places(snapshot).SelectMany(place => snapshot.RoleAssignments.AtPlace(place)).Select(RoleAssignment),
            .. snapshot
                .Networks.All.SelectMany(network => snapshot.Agreements.OfNetwork(network.Id))
                .SelectMany(Agreement),
            .. snapshot.Neighbours.All.SelectMany(Neighbours),
            .. snapshot
                .Returns.Keys.Order()
                .SelectMany(key => snapshot.Returns.OfCollection(key.Collection, key.Period).SelectMany(Return)),
            .. snapshot
                .Returns.Keys.Order()
                .SelectMany(key => snapshot.Returns.Rounds(key.Collection, key.Period))
                .Select(Round),
            .. snapshot.FederationMembers.All.SelectMany(Member),
            .. snapshot.FederationLink.Link is { } link ? Link(link) : [],
        ];

    private static IEnumerable<string> Member(FederationMember member) =>
        [
            $"member {member.Code} {Places(member.Owns)} {member.Level}, key {member.Key}, enrolled {member.Enrolments} times, "
                + $"acknowledged {member.Acknowledged}, heard {member.HeardAt:O}, left {member.LeftAt:O}",
            $"  invitation {member.Invitation.CodeHash[..HashCharactersShown]} {Places(member.Invitation.Owns)} "
                + $"{member.Invitation.Level} {member.Invitation.Until:O} {member.Invitation.IsUsed}",
            .. member.Quarantined.Select(Quarantined),
        ];

    private static IEnumerable<string> Link(HubLink link) =>
        [
            $"link {link.Member}.{link.Enrolment} {link.Url} {link.HubKey} {Places(link.Owns)} {link.Level}, "
                + $"acknowledged {link.Acknowledged} {link.AcknowledgedAt:O}, {link.Leaving} {link.LeftAt:O}",
            .. link.Messages.Select(message => $"  {Queued(message)}"),
            .. link.Last.Values.OrderBy(message => message.Number).Select(message => $"  last {Queued(message)}"),
            .. link.Quarantined.Select(Quarantined),
        ];

    private static string Places(IEnumerable<Place> places) =>
        string.Join(' ', places.Select(place => $"{place.Kind} {place.Code}"));

    private static string Quarantined(QuarantinedMessage one) =>
        $"  quarantined {one.Number} {one.Return} {string.Join(' ', one.Reasons.Select(reason => $"{reason.Code} {reason.Message} {reason.Place}"))}";

    private static string Queued(QueuedMessage message) =>
        $"{message.Number} {message.Kind} {message.Return} {message.Vintage} {message.Level} {message.At:O}";

    private static IEnumerable<string> Return(CouncilReturn one) =>
        [
            $"return {one.Key} {one.Scope} {one.Status}, entered {one.Entries} times",
            .. one.Draft is { } draft ? Content(draft.Content) : [],
            .. one.Vintages.SelectMany(Vintage),
            .. one.Questions.Select(asked =>
                $"  question {asked.Number} {asked.Network} {asked.Field} {asked.Item}: {asked.Text} {asked.Answer?.Text}"
            ),
        ];

    private static IEnumerable<string> Vintage(ReturnVintage vintage) =>
        [
            $"  vintage {vintage.Number} by {vintage.ApprovedBy}, withdrawn {vintage.WithdrawnFor ?? "never"}",
            .. vintage.Releases.Select(release => $"    {release.Level} from {Date(release.From)}"),
            .. Content(vintage.Content),
        ];

    private static IEnumerable<string> Content(ReturnContent content) =>
        [
            $"    {content.Figures.FieldNames} of {content.Version} by {content.EnteredBy}: {content.Reason}",
            .. content.Figures.Rows.Select(row => $"    {row.Item} {row.Cells}"),
            .. content.Warnings.Select(warning => $"    {warning.Field} {warning.Item}: {warning.Message}"),
            .. content.Explanations.Select(one => $"    {one.Field} {one.Item}: {one.Text}"),
        ];

    private static string Round(CompiledRound round) =>
        $"round {round.Collection} {round.Period} {round.Number}, {round.Included.Count} returns";

    private static IEnumerable<string> Council(string code, PriorityBook book) =>
        book.Count == 0 ? [] : [$"council {code}", .. book.All.SelectMany(Priority)];

    private static IEnumerable<string> Priority(Priority priority)
    {
        var approved = priority.ApprovedBy is { } body ? $" by {body}" : "";
        var alignment = priority.Details.Alignment is { } to ? $"; to {to.To}: {to.Text}" : "";
        yield return $"  priority {priority.Id} {priority.Year} {priority.Level} rank {priority.Rank} "
            + $"{priority.Status}{approved}: {priority.Details.Title}";
        yield return $"    themes {Themes(priority.Details.Themes)}{alignment}";
        yield return $"    {OneLine(priority.Details.Rationale)}";
    }

    private static IEnumerable<string> Network(Network network) =>
        [
            $"network {network.Id} {network.Level}: {network.Details.Name}",
            $"  {network.Details.Scope}, region {network.Details.RegionCode ?? "none"}, sponsors "
                + string.Join("; ", network.Details.Sponsors),
            $"  {OneLine(network.Details.Mandate)}",
            .. network.Memberships.All.Select(one => $"  member {one.Council} {Dates(one.JoinedOn, one.LeftOn)}"),
            .. network.Priorities.All.SelectMany(Priority),
        ];

    private static IEnumerable<string> Appointment(Appointment post) =>
        [
            $"appointment {post.Psw} {post.Council} {post.Scope} {Dates(post.From, post.To)}",
            .. post.Forms.Select(form => $"  form {form.Form} since {Date(form.On)}"),
            .. post.ReportingLines.Select(line => $"  to {line.Roles} since {Date(line.On)}"),
        ];

    private static IEnumerable<string> Workstream(Workstream stream) =>
        [
            $"workstream {stream.Id} {stream.Network ?? "no network"} {stream.Status}: {stream.Details.Title}",
            $"  themes {Themes(stream.Details.Themes)}",
            $"  {OneLine(stream.Details.Mandate)}",
            .. stream.Details.Aims.Select(aim => $"  aim {aim}"),
            .. stream.Participations.All.Select(part => $"  {part.Council} {part.Role} {Dates(part.From, part.To)}"),
            .. stream.Actions.Select(action =>
                $"  action {action.Id} {action.Details.Owner} {action.Status} due "
                + $"{(action.Details.DueOn is { } due ? Date(due) : "open")}: {action.Details.Title}"
            ),
            .. stream.PracticeEvents.SelectMany(PracticeEvent),
        ];

    private static IEnumerable<string> PracticeEvent(PracticeEvent planned)
    {
        var (kind, title, date, audience, description) = planned.Details;
        yield return $"  event {planned.Id} {kind} {Date(date.Date)} {date.Precision}: {title}";
        yield return $"    for {audience ?? "not stated"}; {OneLine(description)}";
    }

    private static IEnumerable<string> Vintage(Vintage vintage) =>
        [
            $"vintage {vintage.Publication} {vintage.Number} {vintage.FileName} {Short(vintage.ContentHash)}: "
                + vintage.Title,
            .. vintage.Warnings.Select(warning => $"  warning {warning}"),
            .. vintage.Rows.SelectMany((row, index) => Row(vintage, row, index)),
        ];

    private static IEnumerable<string> Row(Vintage vintage, DataRow row, int index) =>
        vintage.Indicators.Select(
            (indicator, column) =>
            {
                var items = vintage
                    .Slices[row.Slice]
                    .Items.Select((item, dimension) => vintage.Dimensions[dimension].Items[item]);
                var figure = vintage.FigureAt(index, column);
                return $"  {vintage.Periods[row.Period].Code} {vintage.Areas[row.Area].Code} {string.Join('/', items)} "
                    + $"{indicator.Column} = {figure.Text} {figure.Status}";
            }
        );

    private static IEnumerable<string> Edition(StatementsRecorded edition) =>
        [
            $"report {edition.Publication} {edition.Edition} {edition.Council} {Short(edition.ContentHash)} "
                + $"{edition.RecordedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}: {edition.Title}",
            .. edition.Statements.SelectMany(Statement),
        ];

    private static IEnumerable<string> Statement(StatedFigure stated)
    {
        yield return $"  {stated.Id} {stated.Area} {stated.Council} {stated.Scope}: {stated.Measure}, {stated.Period}";
        yield return $"    {stated.Qualifier} {stated.Value?.ToString(CultureInfo.InvariantCulture) ?? stated.Grade} "
            + $"{stated.Unit}; {stated.Numerator} of {stated.DenominatorQualifier} {stated.Denominator}; "
            + $"{stated.Reference}; {stated.Note}";
    }

    private static string Person(Person person) =>
        $"person {person.Code} {person.Kind} {Dates(person.RegisteredOn, person.ErasedOn)}: "
        + (person.SealedIdentity ?? "nothing");

    private static IEnumerable<Place> Places(NetworkSnapshot snapshot) =>
        [
            Place.Nation,
            Place.Service,
            .. snapshot.Networks.All.Select(network => Place.Network(network.Id)),
            .. CouncilRegister.England.Regions.Select(region => Place.Region(region.Code)),
            .. CouncilRegister.England.All.Select(council => Place.Council(council.Code)),
        ];

    private static string RoleAssignment(RoleAssignment assignment)
    {
        var terms = assignment.Terms;
        var offer = assignment.Offer is { } made
            ? $" offered by {made.By} for {made.For} until {made.Expires:O}{(made.IsRevoked ? ", revoked" : "")} "
                + Short(made.CodeHash)
            : "";
        var glass = assignment.Glass is { } broken ? $" {broken.From:O} to {broken.Until:O}: {broken.Reason}" : "";
        return $"role {assignment.Code} {terms.Role} {terms.Place.Code} {terms.Scope} {Dates(terms.From, terms.To)} "
            + $"for {terms.OnBehalfOf}{offer}; {assignment.Person} {assignment.AcceptedOn:O} {assignment.EndedBy}{glass}";
    }

    private static IEnumerable<string> Agreement(SharingAgreement agreement)
    {
        var terms = agreement.Terms;
        yield return $"agreement {agreement.Code} {agreement.Network} {Dates(terms.From, terms.To)} withdrawn "
            + $"{agreement.WithdrawnFrom:O}: {terms.Title}; {OneLine(terms.Purpose)}; {terms.BreachContact}";
        yield return $"  {string.Join(' ', terms.Subjects)}; {string.Join(' ', terms.Indicators)}; "
            + $"{string.Join(' ', terms.Tiers)}; {terms.RetentionYears} years";
        foreach (var signature in agreement.Signatures)
        {
            yield return $"  {signature.Council} {Dates(signature.From, signature.LeftFrom)}";
        }
    }

    private static IEnumerable<string> Neighbours(NeighbourModel model) =>
        [
            $"neighbours {model.Version} edition {model.Edition}: {model.Title}; {model.Source}; {model.ImportedAt:O}",
            .. model.Sets.Select(set =>
                $"  {set.Council}: "
                + string.Join(", ", set.Neighbours.Select(neighbour => $"{neighbour.Council} {neighbour.Closeness}"))
            ),
        ];

    private static string Themes(ThemeChoice themes) => string.Join(", ", themes.All());

    private static string OneLine(string? text) => text?.Replace("\n", " / ", StringComparison.Ordinal) ?? "nothing";

    private static string Dates(DateOnly from, DateOnly? to) =>
        to is { } last ? $"{Date(from)} to {Date(last)}" : Date(from);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string hash) => hash[..HashCharactersShown];
}
