using System.Reflection;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.Server.Auditing;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Comparisons;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Exports;
using RegionalNetwork.Server.Narratives;
using RegionalNetwork.Server.Neighbours;
using RegionalNetwork.Server.Networks;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.PrincipalSocialWorkers;
using RegionalNetwork.Server.Priorities;
using RegionalNetwork.Server.Publications;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Sharing;
using RegionalNetwork.Server.Subgraph;
using RegionalNetwork.Server.Subscriptions;
using RegionalNetwork.Server.Workstreams;

namespace RegionalNetwork.Server.Requests;

/// <summary>The schema of <c>schema/*.graphql</c>, built into the executable, with the resolvers of every feature.</summary>
internal static class NetworkSchema
{
    private const string Prefix = "schema/";

    /// <exception cref="SchemaException">The files are no valid schema.</exception>
    /// <exception cref="SchemaBindingException">A field has no resolver, or the other way round.</exception>
    public static BoundSchema Bind()
    {
        var map = new ResolverMap()
            .AddService()
            .AddCouncils()
            .AddNetworks()
            .AddPrincipalSocialWorkers()
            .AddPriorities()
            .AddWorkstreams()
            .AddPublications()
            .AddBenchmarking()
            .AddCatalogue()
            .AddNeighbours()
            .AddComparisons()
            .AddNarratives()
            .AddRoleAssignments()
            .AddSharing()
            .AddReturns()
            .AddExports()
            .AddPeople()
            .AddAudit()
            .AddSubscriptions()
            .AddFederation()
            .Directive("authenticated", (_, _) => IsAuthenticated)
            .Directive("requires", (directive, _) => new PermissionCheck(PermissionsOf(directive)).Check);
        var schema = SchemaBuilder.Build(Sources(), map.Scalars);
        return SchemaBinder.Bind(schema, map.AddSubgraph(schema));
    }

    private static Source[] Sources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Source(Read(assembly, name), name)),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static GraphQLError? IsAuthenticated(object request) =>
        ((NetworkRequest)request).Actor is null ? PermissionCheck.Unauthenticated : null;

    private static Permission[] PermissionsOf(DirectiveNode directive) =>
        directive.Arguments.Single().Value is ListValueNode list
            ? [.. list.Values.OfType<EnumValueNode>().Select(value => PermissionNamed(value.Value))]
            : throw new InvalidOperationException("@requires takes a list of permissions.");

    private static Permission PermissionNamed(string name) =>
        Enum.GetValues<Permission>()
            .First(permission =>
                permission
                    .ToString()
                    .Equals(name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            );
}
