using System.Text.Json.Nodes;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.People;

/// <summary>Answers <c>schema/people.graphql</c>.</summary>
internal static class PersonResolvers
{
    private static readonly InputFields Erasing = InputFields.Of("person");

    /// <summary>The caller names nobody, so that a problem points at the command.</summary>
    private static readonly InputFields ErasingCaller = InputFields.Of("commandId", ("person", "commandId"));

    public static ResolverMap AddPeople(this ResolverMap map) =>
        map.Object<Actor>("Viewer", viewer => viewer.Field("personalData", PersonalDataOf))
            .Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "eraseMe",
                        (InputArguments<EraseMeInput> a, ResolverContext context) =>
                            EraseCallerAsync(context, a.Input.CommandId)
                    )
                    .FieldAsync(
                        "erasePerson",
                        (InputArguments<ErasePersonInput> a, ResolverContext context) =>
                            EraseAsync(context, a.Input.CommandId, a.Input.Person, Erasing)
                    )
            )
            .Object<ErasurePayload>("ErasurePayload");

    private static string? PersonalDataOf(Actor actor, ResolverContext context)
    {
        var snapshot = context.Snapshot();
        if (snapshot.People.Find(actor.Subject) is not { IsErased: false } person)
        {
            return null;
        }

        return new JsonObject
        {
            ["person"] = person.Code,
            ["kind"] = person.Kind.ToString(),
            ["registeredOn"] = JsonValue.Create(person.RegisteredOn),
            ["identity"] = context.Network().Host.People.Open(person)?.ToJson(),
            ["roleAssignments"] = new JsonArray([
                .. snapshot.RoleAssignments.OfPerson(person.Code).Select(RoleAssignmentJson),
            ]),
        }.ToJsonString();
    }

    private static JsonNode RoleAssignmentJson(RoleAssignment assignment) =>
        new JsonObject
        {
            ["code"] = assignment.Code,
            ["role"] = assignment.Terms.Role.ToString(),
            ["placeKind"] = assignment.Terms.Place.Kind.ToString(),
            ["place"] = assignment.Terms.Place.Code,
            ["scope"] = assignment.Terms.Scope.ToString(),
            ["from"] = JsonValue.Create(assignment.Terms.From),
            ["to"] = assignment.Terms.To is { } to ? JsonValue.Create(to) : null,
            ["onBehalfOf"] = assignment.Terms.OnBehalfOf,
            ["offeredBy"] = assignment.Offer?.By,
            ["breakGlassReason"] = assignment.Glass?.Reason,
        };

    private static Task<ErasurePayload> EraseCallerAsync(ResolverContext context, string commandId)
    {
        var person = context.Actor().Subject;
        if (context.Snapshot().People.Find(person) is null)
        {
            var unknown = ErasingCaller.Place(PersonRefusals.NotFound());
            return Task.FromResult(new ErasurePayload(null, [unknown], null));
        }

        return EraseAsync(context, commandId, person, ErasingCaller);
    }

    private static async Task<ErasurePayload> EraseAsync(
        ResolverContext context,
        string commandId,
        string person,
        InputFields fields
    )
    {
        // Once it is erased the journal's snapshot no longer says who it was.
        var before = context.Snapshot().People.Find(person);
        var outcome = await Commands.RunAsync(
            context,
            commandId,
            person,
            fields,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, new ErasePerson(person), cancellation)
        );
        if (!outcome.Succeeded)
        {
            return new ErasurePayload(null, outcome.Problems, null);
        }

        try
        {
            // After the journal says so: a key is never destroyed on behalf of who may not ask for it.
            context.Network().Host.People.Forget(before ?? context.Snapshot().People.Find(person)!);
        }
        catch (JournalUnavailableException unavailable)
        {
            throw new GraphQLFieldException(
                $"The person counts as erased, but their key is not destroyed yet. {unavailable.Message} Send the same command again.",
                "JOURNAL_UNAVAILABLE"
            );
        }

        return new ErasurePayload(person, [], outcome.Position);
    }

    private sealed record EraseMeInput(string CommandId);

    private sealed record ErasePersonInput(string CommandId, string Person);

    private sealed record ErasurePayload(string? Person, IReadOnlyList<Refusal> Problems, string? Position);
}
