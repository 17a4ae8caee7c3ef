using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>One step of the way to a field: a field and the object type that it leads to.</summary>
/// <param name="To">Null for a leaf.</param>
internal sealed record SchemaStep(FieldsType Owner, Field Field, ObjectType? To)
{
    public IReadOnlyList<DirectiveNode> Directives => Field.Node?.Directives ?? [];
}

/// <summary>A field of the schema, asked for where a path of the schema leads to it.</summary>
/// <param name="Steps">From the root field to the field itself.</param>
internal sealed record MatrixQuestion(OperationKind Kind, IReadOnlyList<SchemaStep> Steps)
{
    public Field Root => Steps[0].Field;

    public string Name => $"{Steps[^1].Owner.Name}.{Steps[^1].Field.Name}";

    /// <summary>What it answers is about the caller alone.</summary>
    public bool IsAboutCaller => Root.Name == "viewer";

    /// <summary>What a council's own people may read of it, whatever else they see: who did and saw what.</summary>
    public bool IsAuditTrail =>
        Steps
            .SelectMany(step => step.Directives)
            .SelectMany(MatrixOutcomes.PermissionsOf)
            .Contains(Permission.ReadAuditTrail);

    /// <summary>What is told of returns to who collects them.</summary>
    public bool IsAboutCollecting => Steps.Any(step => step.Field.Name == "returnsDue");

    public string Write(MatrixTarget target, int variant)
    {
        // A payload wraps what it shows.
        var selection = SchemaPaths.SelectionOf(Steps[^1].Field.Type.Named, Kind == OperationKind.Mutation ? 3 : 2);
        foreach (var step in Steps.Reverse())
        {
            var arguments = MatrixArguments.Write(step.Owner.Name, step.Field, target, variant);
            var inside =
                step.To is { } to && step.Field.Type.Named is not ObjectType
                    ? $"{{ ... on {to.Name} {selection} }}"
                    : selection;
            selection = $"{{ {step.Field.Name}{arguments} {inside} }}";
        }

        return Kind switch
        {
            OperationKind.Query => selection,
            OperationKind.Mutation => $"mutation($id: ID!) {selection}",
            _ => $"subscription {selection}",
        };
    }
}
