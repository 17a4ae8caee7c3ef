using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.Server.Tests.Journal;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>
/// A value for every argument and input field of the schema, for each target. A new one that is not here fails the matrix: somebody
/// has to say what it is to be asked with.
/// </summary>
internal static class MatrixArguments
{
    /// <summary>Each question is asked with either of two values, where the table has two.</summary>
    public const int Variants = 2;

    private static readonly Func<MatrixTarget, int, string?> LeftOut = (_, _) => null;

    /// <summary>By type, field and argument, by type and argument, or by argument alone: the most exact name counts.</summary>
    private static readonly Dictionary<string, Func<MatrixTarget, int, string?>> Values = new(StringComparer.Ordinal)
    {
        ["commandId"] = Always("$id"),
        // Which thing.
        ["Query.council.code"] = (t, _) => Text(t.CouncilOrHelper),
        ["Query.network.code"] = (t, _) => Text(t.Network),
        ["Query.region.code"] = Always(Text(Region)),
        ["Query.theme.code"] = Always(Text("T01")),
        ["Query.workstream.code"] = (t, _) => Text(t.Workstream),
        ["Query.publication.code"] = (_, v) => Text(v == 0 ? SyntheticFigures.Publication : "matrix-report"),
        ["Query.indicator.code"] = Always(Text(Indicator)),
        ["Query.indicatorCatalogue.collection"] = Always(Text("sc-wres")),
        ["Query.catalogueEntry.code"] = Always(Text("WRES-2")),
        ["Query.principalSocialWorker.code"] = (t, _) => Text($"psw-{t.CouncilOrHelper}"),
        ["Query.node.id"] = (t, v) => Text(v == 0 ? t.PriorityId : $"Workstream:{t.Workstream}"),
        ["Query.nodes.ids"] = (t, _) => $"[{Text(t.PriorityId)}, {Text($"Workstream:{t.Workstream}")}]",
        ["Query._entities.representations"] = (t, _) =>
            $$"""[{ __typename: "Workstream", code: {{Text(t.Workstream)}} }, { __typename: "Council", code: "{{Own}}" }]""",
        ["network"] = (t, _) => Text(t.Network),
        ["region"] = LeftOut,
        ["indicator"] = Always(Text(Indicator)),
        ["publication"] = Always(Text(SyntheticFigures.Publication)),
        ["priority"] = (t, _) => Text(t.PriorityId),
        ["priorities"] = (t, _) => $"[{string.Join(", ", t.PriorityIds.Select(Text))}]",
        ["workstream"] = (t, _) => Text(t.Workstream),
        ["Subscription.workstreamActivity.workstream"] = (t, _) => Text(t.Workstream),
        ["agreement"] = (t, _) => Text(t.Agreement),
        ["assignment"] = (t, v) => Text(v == 0 ? t.Assignment : MatrixRoles.OfferOf(t.Owner)),
        ["person"] = Always(Text(MatrixThings.PersonToErase)),
        ["principalSocialWorker"] = (t, _) => Text($"psw-{t.CouncilOrHelper}"),
        ["action"] = Always(Text("a1")),
        ["event"] = Always(Text("e1")),
        // Which part of a list or of the past.
        ["theme"] = Always(Text("T01")),
        ["Query.workstreams.theme"] = LeftOut,
        ["Query.workstreams.status"] = LeftOut,
        ["first"] = (_, v) => v == 0 ? null : "2",
        ["last"] = LeftOut,
        ["before"] = LeftOut,
        ["after"] = LeftOut,
        ["Subscription.after"] = Always(Text("0")),
        ["live"] = LeftOut,
        ["on"] = LeftOut,
        ["year"] = LeftOut,
        ["Theme.councils.year"] = Always(Text(Year)),
        ["period"] = LeftOut,
        ["vintage"] = LeftOut,
        // Comparisons.
        ["comparators"] = LeftOut,
        ["comparator"] = LeftOut,
        ["Council.network"] = LeftOut,
        ["neighbourModel"] = LeftOut,
        ["model"] = LeftOut,
        ["group"] = LeftOut,
        ["within"] = LeftOut,
        ["against"] = LeftOut,
        ["Council.comparison.indicators"] = Always($"[{Text(Indicator)}, {Text(SecondIndicator)}]"),
        ["Council.comparison.period"] = (_, v) => v == 0 ? null : Text("2024"),
        ["Council.comparisonFile.indicators"] = Always($"[{Text(Indicator)}]"),
        ["Council.comparisonFile.period"] = (_, v) => v == 0 ? null : Text("2024"),
        ["Query.patterns.indicators"] = Always($"[{Text(Indicator)}]"),
        ["Query.patterns.council"] = (t, v) => v == 0 ? Text(t.CouncilOrHelper) : null,
        ["Query.patterns.network"] = (t, v) => v == 0 ? null : Text(t.Network),
        ["Query.patterns.theme"] = LeftOut,
        ["WriteNarrativeInput.period"] = Always(Text("2024")),
        ["text"] = Always(Text("Matrix")),
        ["WriteNarrativeInput.audience"] = (_, v) => v == 0 ? "OWNER" : "NETWORK",
        ["where"] = LeftOut,
        // Returns.
        ["collection"] = Always(Text(MatrixReturns.Collection)),
        ["Query.returnCollection.code"] = Always(Text(MatrixReturns.Collection)),
        ["Council.returns.collection"] = (_, v) => v == 0 ? null : Text(MatrixReturns.Collection),
        ["Council.returns.period"] = (t, v) => v == 0 ? null : Text(MatrixReturns.PeriodOf(t.Tier)),
        ["Network.returnsDue.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["EnterReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["RestateReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["SubmitReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["SendBackReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["ApproveReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["ReleaseReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["WithdrawReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["AskAboutReturnInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["AnswerReturnQuestionInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["CompileReturnRoundInput.period"] = (t, _) => Text(MatrixReturns.PeriodOf(t.Tier)),
        ["csv"] = (t, v) => MatrixReturns.TableText(t.CouncilOrHelper, t.Tier, 6 + v),
        ["explanations"] = LeftOut,
        ["draft"] = Always("1"),
        ["ReleaseReturnInput.level"] = (_, v) => v == 0 ? "NETWORK" : "PUBLIC",
        ["embargoUntil"] = LeftOut,
        ["field"] = LeftOut,
        ["item"] = LeftOut,
        ["question"] = Always("1"),
        // Priorities.
        ["DeclarePriorityInput.owner"] = OwnerOf,
        ["RankPrioritiesInput.owner"] = OwnerOf,
        ["DeclarePriorityInput.year"] = Always(Text(Year)),
        ["RankPrioritiesInput.year"] = Always(Text(Year)),
        ["title"] = Always(Text("Matrix")),
        ["rationale"] = LeftOut,
        ["furtherThemes"] = LeftOut,
        ["alignment"] = LeftOut,
        ["approvedBy"] = LeftOut,
        ["ChangePriorityStatusInput.status"] = (_, v) => v == 0 ? "IN_PROGRESS" : "APPROVED",
        ["ChangePriorityAudienceInput.audience"] = (_, v) => v == 0 ? "NETWORK" : "PUBLIC",
        // Workstreams.
        ["CreateWorkstreamInput.code"] = Always(Text("matrix-new")),
        ["CreateWorkstreamInput.network"] = (t, _) => t.IsWithoutNetwork ? null : Text(t.Network),
        ["leadCouncil"] = (t, _) => t.LeadCouncil is null ? null : Text(t.LeadCouncil),
        ["startsOn"] = Always(Text("2026-04-01")),
        ["mandate"] = LeftOut,
        ["aims"] = LeftOut,
        ["ChangeWorkstreamStatusInput.status"] = Always("ACTIVE"),
        ["ChangeWorkstreamActionStatusInput.status"] = Always("DONE"),
        ["ChangeWorkstreamAudienceInput.audience"] = (_, v) => v == 0 ? "NETWORK" : "PUBLIC",
        ["AppointWorkstreamLeadInput.council"] = Always(Text(Newcomer)),
        ["AddWorkstreamParticipantInput.council"] = Always(Text(Newcomer)),
        ["AddWorkstreamParticipantInput.role"] = LeftOut,
        ["RemoveWorkstreamParticipantInput.council"] = Always(Text(Helper)),
        ["AddWorkstreamActionInput.owner"] = (t, _) => Text(t.ActionOwner),
        ["due"] = LeftOut,
        ["kind"] = Always("MASTERCLASS"),
        ["date"] = Always(Text("2026-06-01")),
        ["PlanPracticeEventInput.audience"] = LeftOut,
        ["description"] = LeftOut,
        // Networks.
        ["FoundNetworkInput.code"] = Always(Text("matrix-new")),
        ["name"] = Always(Text("Matrix")),
        ["level"] = (_, v) => v == 0 ? "REGIONAL" : "NATIONAL",
        ["scope"] = Always("BOTH"),
        ["sponsors"] = LeftOut,
        ["AdmitCouncilInput.council"] = Always(Text(NonMember)),
        ["ReleaseCouncilInput.council"] = Always(Text(Helper)),
        ["from"] = Always(Text("2026-05-01")),
        ["to"] = Always(Text("2026-04-20")),
        // Appointments.
        ["AppointPrincipalSocialWorkerInput.principalSocialWorker"] = LeftOut,
        ["council"] = (t, _) => Text(t.CouncilOrHelper),
        ["form"] = Always("HYBRID"),
        ["reportsTo"] = Always(Text("Assistant director")),
        ["ChangeAppointmentFormInput.on"] = Always(Text("2026-05-01")),
        ["ChangeReportingLineInput.on"] = Always(Text("2026-05-01")),
        // Agreements.
        ["DrawUpSharingAgreementInput.code"] = Always(Text("matrix-new")),
        ["purpose"] = Always(Text("Compare")),
        ["subjects"] = Always("[PRIORITIES]"),
        ["indicators"] = LeftOut,
        ["tiers"] = Always("[NETWORK_NAMED]"),
        ["DrawUpSharingAgreementInput.to"] = Always(Text("2027-03-31")),
        ["retentionYears"] = Always("6"),
        ["breachContact"] = Always(Text("Data protection officer")),
        // Roles.
        ["PlaceInput.kind"] = (t, _) => t.Owner.Kind.ToString().ToUpperInvariant(),
        ["PlaceInput.code"] = (t, _) => Text(t.Owner.Code),
        ["OfferRoleInput.role"] = (t, v) => RoleOn(t, v),
        ["OfferRoleInput.from"] = LeftOut,
        ["OfferRoleInput.to"] = LeftOut,
        ["onBehalfOf"] = LeftOut,
        ["AcceptRoleInput.code"] = (t, _) => Text(MatrixRoles.CodeOf(t.Owner)),
        ["reason"] = Always(Text("Fault 12 of the service: priorities are not shown")),
        ["minutes"] = Always("30"),
    };

    public const string Indicator = $"{SyntheticFigures.Publication}.synthetic_staff_count";

    /// <summary>The one whose figures the networks agreed to share.</summary>
    public const string SecondIndicator = $"{SyntheticFigures.Publication}.synthetic_vacancy_rate";

    /// <summary>The arguments of a field as they stand in a document, with the parentheses; empty where all are left out.</summary>
    public static string Write(string type, Field field, MatrixTarget target, int variant)
    {
        var given = field
            .Arguments.Values.Select(argument =>
                (argument.Name, Value: Write([$"{type}.{field.Name}", type], argument, target, variant))
            )
            .Where(argument => argument.Value is not null)
            .Select(argument => $"{argument.Name}: {argument.Value}")
            .ToArray();
        return given.Length == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private static string? Write(IReadOnlyList<string> owners, InputValue input, MatrixTarget target, int variant)
    {
        if (Find(owners, input.Name) is { } value)
        {
            return value(target, variant);
        }

        if (input.Type.Named is not InputObjectType composed)
        {
            Assert.Fail($"{owners[0]}.{input.Name} has no value in MatrixArguments: say what it is to be asked with.");
        }
        else
        {
            var fields = composed
                .Fields.Values.Select(field => (field.Name, Value: Write([composed.Name], field, target, variant)))
                .Where(field => field.Value is not null)
                .Select(field => $"{field.Name}: {field.Value}");
            return $"{{ {string.Join(", ", fields)} }}";
        }

        return null;
    }

    private static Func<MatrixTarget, int, string?>? Find(IReadOnlyList<string> owners, string name) =>
        owners
            .Select(owner => Values.GetValueOrDefault($"{owner}.{name}"))
            .Append(Values.GetValueOrDefault(name))
            .FirstOrDefault(value => value is not null);

    /// <summary>The second is one that a network's coordinator may not give to a council.</summary>
    private static string RoleOn(MatrixTarget target, int variant) =>
        target.Owner.Kind switch
        {
            PlaceKind.Council => variant == 0 ? "DATA_OFFICER" : "ELECTED_MEMBER",
            PlaceKind.Network => "REGIONAL_ANALYST",
            _ => "RESEARCH_PARTNER",
        };

    private static string OwnerOf(MatrixTarget target, int variant) =>
        target.Council is null ? $"{{ network: {Text(target.Network)} }}" : $"{{ council: {Text(target.Council)} }}";

    private static Func<MatrixTarget, int, string?> Always(string value) => (_, _) => value;

    private static string Text(string text) => $"\"{text}\"";
}
