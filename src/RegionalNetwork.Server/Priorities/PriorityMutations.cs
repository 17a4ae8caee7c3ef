using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Priorities;

/// <summary>Answers the mutations of <c>schema/priorities.graphql</c>.</summary>
internal static class PriorityMutations
{
    private static readonly Refusal NotFound = new(
        "PRIORITY_NOT_FOUND",
        "Give the id of a priority, as another field gave it.",
        "input",
        "priority"
    );

    /// <summary>Of a priority that is there: its id says whose it is.</summary>
    private static readonly InputFields Changing = InputFields.Of(
        "priority",
        ("id", "priority"),
        ("council", "priority"),
        ("network", "priority"),
        ("leadTheme", "theme")
    );

    public static ResolverMap AddPriorityMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "declarePriority",
                        (InputArguments<DeclarePriorityInput> a, ResolverContext context) =>
                            DeclareAsync(context, a.Input)
                    )
                    .FieldAsync(
                        "revisePriority",
                        (InputArguments<RevisePriorityInput> a, ResolverContext context) =>
                            ChangeAsync(
                                context,
                                a.Input.CommandId,
                                a.Input.Priority,
                                key => new RevisePriority(key.Owner, key.Code, a.Input.ToDetails())
                            )
                    )
                    .FieldAsync(
                        "changePriorityStatus",
                        (InputArguments<ChangePriorityStatusInput> a, ResolverContext context) =>
                            ChangeAsync(
                                context,
                                a.Input.CommandId,
                                a.Input.Priority,
                                key => new ChangePriorityStatus(key.Owner, key.Code, a.Input.Status, a.Input.ApprovedBy)
                            )
                    )
                    .FieldAsync(
                        "changePriorityAudience",
                        (InputArguments<ChangePriorityAudienceInput> a, ResolverContext context) =>
                            ChangeAsync(
                                context,
                                a.Input.CommandId,
                                a.Input.Priority,
                                key => new ChangePriorityAudience(key.Owner, key.Code, a.Input.Audience)
                            )
                    )
                    .FieldAsync(
                        "rankPriorities",
                        (InputArguments<RankPrioritiesInput> a, ResolverContext context) => RankAsync(context, a.Input)
                    )
            )
            .Object<PriorityPayload>("PriorityPayload")
            .Object<RankPrioritiesPayload>("RankPrioritiesPayload");

    private static Task<PriorityPayload> DeclareAsync(ResolverContext context, DeclarePriorityInput input)
    {
        var key = new PriorityKey(input.Owner.Kind, input.Owner.Code, Commands.NewCode("priority", input.CommandId));
        var command = new DeclarePriority(key.Owner, key.Code, input.Year, input.ToDetails());
        return RunAsync(context, input.CommandId, key, input.Owner.Fields, command);
    }

    private static Task<PriorityPayload> ChangeAsync(
        ResolverContext context,
        string commandId,
        string id,
        Func<PriorityKey, PriorityCommand> command
    ) =>
        KeyOf(id) is { } key
            ? RunAsync(context, commandId, key, Changing, command(key))
            : Task.FromResult(new PriorityPayload(null, [NotFound], null));

    private static async Task<PriorityPayload> RunAsync(
        ResolverContext context,
        string commandId,
        PriorityKey key,
        InputFields fields,
        PriorityCommand command
    )
    {
        var outcome = await SendAsync(context, commandId, key.Kind, fields, command);
        var priority = outcome.Succeeded ? PriorityView.Find(context.Network(), key) : null;
        return new PriorityPayload(priority, outcome.Problems, outcome.Position);
    }

    private static async Task<RankPrioritiesPayload> RankAsync(ResolverContext context, RankPrioritiesInput input)
    {
        var keys = input.Priorities.Select(KeyOf).ToArray();
        if (keys.Any(key => key is null || key.Value.Owner != input.Owner.Code))
        {
            return new RankPrioritiesPayload(null, [NotFound with { Path = ["input", "priorities"] }], null);
        }

        var command = new RankPriorities(input.Owner.Code, input.Year, [.. keys.Select(key => key!.Value.Code)]);
        var outcome = await SendAsync(context, input.CommandId, input.Owner.Kind, input.Owner.Fields, command);
        return new RankPrioritiesPayload(
            outcome.Succeeded
                ? PriorityView.Of(context.Network(), input.Owner.Kind, input.Owner.Code, input.Year)
                : null,
            outcome.Problems,
            outcome.Position
        );
    }

    /// <summary>Councils and networks have priorities alike; the owner's kind says whose grain decides.</summary>
    private static Task<CommandOutcome> SendAsync(
        ResolverContext context,
        string commandId,
        OwnerKind owner,
        InputFields fields,
        PriorityCommand command
    ) =>
        owner == OwnerKind.Council && context.Snapshot().FederationMembers.OwnerOf(command.Owner) is not null
            ? Task.FromResult(new CommandOutcome([fields.Place(PriorityRefusals.KeptElsewhere())], null))
            : Commands.RunAsync(
                context,
                commandId,
                command.Owner,
                fields,
                (grains, actor, id, cancellation) =>
                    owner == OwnerKind.Council
                        ? grains.SendAsync(actor, id, (ICouncilCommand)command, cancellation)
                        : grains.SendAsync(actor, id, (INetworkCommand)command, cancellation)
            );

    private static PriorityKey? KeyOf(string id) =>
        NodeId.TryParse(id, out var node) && node.Type == PriorityView.PriorityType
            ? PriorityKey.Parse(node.Key)
            : null;

    /// <summary>Exactly one of the two: the schema says so with <c>@oneOf</c>.</summary>
    private sealed record PriorityOwnerInput(string? Council, string? Network)
    {
        private static readonly InputFields OfCouncil = FieldsBelow("council");
        private static readonly InputFields OfNetwork = FieldsBelow("network");

        public InputFields Fields => Council is null ? OfNetwork : OfCouncil;

        public OwnerKind Kind => Council is null ? OwnerKind.Network : OwnerKind.Council;

        public string Code => Council ?? Network!;

        private static InputFields FieldsBelow(string kind) =>
            new(
                ["owner", kind],
                new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                {
                    [kind] = ["owner", kind],
                    ["leadTheme"] = ["theme"],
                    ["ids"] = ["priorities"],
                }
            );
    }

    private sealed record AlignmentInput(string To, string Text)
    {
        public PriorityAlignment ToAlignment() => new(To, Text);
    }

    private sealed record DeclarePriorityInput(
        string CommandId,
        PriorityOwnerInput Owner,
        string Year,
        string Title,
        string? Rationale,
        string Theme,
        IReadOnlyList<string> FurtherThemes,
        AlignmentInput? Alignment
    )
    {
        public PriorityDetails ToDetails() =>
            new(Title, new(Theme, FurtherThemes), Rationale, Alignment?.ToAlignment());
    }

    private sealed record RevisePriorityInput(
        string CommandId,
        string Priority,
        string Title,
        string? Rationale,
        string Theme,
        IReadOnlyList<string> FurtherThemes,
        AlignmentInput? Alignment
    )
    {
        public PriorityDetails ToDetails() =>
            new(Title, new(Theme, FurtherThemes), Rationale, Alignment?.ToAlignment());
    }

    private sealed record ChangePriorityStatusInput(
        string CommandId,
        string Priority,
        PriorityStatus Status,
        string? ApprovedBy
    );

    private sealed record ChangePriorityAudienceInput(string CommandId, string Priority, Audience Audience);

    private sealed record RankPrioritiesInput(
        string CommandId,
        PriorityOwnerInput Owner,
        string Year,
        IReadOnlyList<string> Priorities
    );

    private sealed record PriorityPayload(PriorityView? Priority, IReadOnlyList<Refusal> Problems, string? Position);

    private sealed record RankPrioritiesPayload(
        IReadOnlyList<PriorityView>? Priorities,
        IReadOnlyList<Refusal> Problems,
        string? Position
    );
}
