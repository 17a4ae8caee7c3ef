using System.Globalization;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Costs;

/// <summary>
/// Reads <c>@cost</c> and <c>@listSize</c> where a schema applies them.
/// https://ibm.github.io/graphql-specs/cost-spec.html
/// </summary>
internal static class CostDirectives
{
    public const string Cost = "cost";
    public const string ListSize = "listSize";
    public const string Weight = "weight";
    public const string AssumedSize = "assumedSize";
    public const string SlicingArguments = "slicingArguments";
    public const string SizedFields = "sizedFields";
    public const string RequireOneSlicingArgument = "requireOneSlicingArgument";

    public static DirectiveNode? Find(IEnumerable<DirectiveNode>? directives, string name) =>
        directives?.FirstOrDefault(directive => directive.Name.Value == name);

    /// <summary>Null where there is no weight, or none that is a number: the schema was checked when it was bound.</summary>
    public static double? WeightOf(IEnumerable<DirectiveNode>? directives) =>
        Find(directives, Cost) is { } cost ? Number(cost) : null;

    public static double? Number(DirectiveNode cost) =>
        Argument(cost, Weight) is StringValueNode text
        && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
        && double.IsFinite(weight)
            ? weight
            : null;

    public static ListSize? ListSizeOf(IEnumerable<DirectiveNode>? directives) =>
        Find(directives, ListSize) is { } node ? Read(node) : null;

    public static ListSize Read(DirectiveNode node) =>
        new(
            Argument(node, AssumedSize) is IntValueNode items
            && int.TryParse(items.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var assumed)
                ? assumed
                : null,
            Names(Argument(node, SlicingArguments)),
            Names(Argument(node, SizedFields)),
            Argument(node, RequireOneSlicingArgument) is not BooleanValueNode { Value: false }
        );

    private static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    /// <summary>A single name is a list of one.</summary>
    private static string[] Names(ValueNode? value) =>
        value switch
        {
            StringValueNode single => [single.Value],
            ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(name => name.Value)],
            _ => [],
        };
}
