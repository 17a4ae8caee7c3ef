using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>Writes a schema as one type-system document that <see cref="SchemaBuilder"/> makes the same schema of.</summary>
public sealed partial class SchemaPrinter
{
    private const string DefaultDeprecationReason = "No longer supported";

    private readonly bool _withCustomDirectives;

    private SchemaPrinter(bool withCustomDirectives) => _withCustomDirectives = withCustomDirectives;

    /// <summary>All that clients can learn by introspection: of applied directives, only those of the specification.</summary>
    public static string Print(Schema schema) => new SchemaPrinter(withCustomDirectives: false).PrintSchema(schema);

    /// <summary>With every applied directive, for readers that act on them, such as a federation gateway.</summary>
    public static string PrintWithCustomDirectives(Schema schema) =>
        new SchemaPrinter(withCustomDirectives: true).PrintSchema(schema);

    private string PrintSchema(Schema schema)
    {
        var directives = schema.Directives.Values.Where(directive => !BuiltInNames.IsDirective(directive.Name));
        var types = schema.Types.Values.Where(type =>
            !BuiltInNames.IsScalar(type.Name) && !BuiltInNames.IsReserved(type.Name)
        );
        var parts = new[] { PrintDefinition(schema) }
            .Concat(directives.Select(PrintDirective))
            .Concat(types.Select(PrintType));
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private string PrintDefinition(Schema schema)
    {
        var directives = Applied(schema.Nodes.SelectMany(node => node.Directives));
        if (schema.Description is null && directives.Length == 0 && HasDefaultRootTypes(schema))
        {
            return "";
        }

        var operations = Enum.GetValues<OperationKind>()
            .Select(operation => (operation, Type: schema.RootType(operation)))
            .Where(root => root.Type is not null)
            .Select(root => $"  {root.operation.ToString().ToLowerInvariant()}: {root.Type!.Name}");
        return $"{Description(schema.Description)}schema{directives}{Block(operations)}";
    }

    /// <summary>Whether the root types can be told by their names alone: no other type has one of those names.</summary>
    private static bool HasDefaultRootTypes(Schema schema) =>
        Enum.GetValues<OperationKind>()
            .All(operation =>
                schema.RootType(operation) is { } root
                    ? root.Name == operation.ToString()
                    : !schema.Types.ContainsKey(operation.ToString())
            );

    private string PrintDirective(Directive directive) =>
        $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, "")}"
        + (directive.IsRepeatable ? " repeatable" : "")
        + " on "
        + string.Join(" | ", directive.Locations.Select(location => location.Name()));

    /// <summary>A space and the directives that are not printed from the model; empty where there are none to print.</summary>
    private string Applied(IEnumerable<DirectiveNode>? directives) =>
        _withCustomDirectives && directives is not null
            ? string.Concat(
                directives
                    .Where(directive => !BuiltInNames.IsDirective(directive.Name.Value))
                    .Select(directive => " " + Printer.Print(directive))
            )
            : "";

    private static string Deprecation(string? reason) =>
        reason switch
        {
            null => "",
            DefaultDeprecationReason => " @deprecated",
            _ => $" @deprecated(reason: {Printer.PrintString(reason)})",
        };

    private static string Block(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        return text.Length == 0 ? "" : $" {{\n{text}\n}}";
    }

    private static string Description(string? description) => Description(description, "", isFirst: true);

    /// <summary>On lines of its own before a member, with an empty line before all but the first of a block.</summary>
    private static string Description(string? description, string indentation, bool isFirst)
    {
        if (description is null)
        {
            return "";
        }

        var text = Printer.CanBeBlockString(description)
            ? Printer.PrintBlockString(description)
            : Printer.PrintString(description);
        var before = indentation.Length > 0 && !isFirst ? "\n" : "";
        return $"{before}{indentation}{text.Replace("\n", "\n" + indentation, StringComparison.Ordinal)}\n";
    }
}
