using System.Collections.Concurrent;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution.Compilation;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Execution.Plans;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>
/// An operation of a document with its plans. Variables in <c>@skip</c> and <c>@include</c> choose a plan, so that a plan has
/// no conditions in it; which combination they are is a bit mask.
/// </summary>
internal sealed class Operation
{
    private readonly ConcurrentDictionary<ulong, ExecutionPlan> _plans = new();
    private readonly BoundSchema _schema;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments;
    private readonly IReadOnlyList<string> _conditions;

    public Operation(BoundSchema schema, DocumentNode document, OperationDefinitionNode node)
    {
        _schema = schema;
        Node = node;
        _fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            _fragments.TryAdd(fragment.Name.Value, fragment);
        }

        Variables = [.. node.VariableDefinitions.Select(variable => Define(schema.Schema, variable))];
        var declared = Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        _conditions = [.. Inclusion.Variables(document).Where(declared.Contains)];
    }

    public OperationDefinitionNode Node { get; }

    /// <summary>False only for a document that was not validated.</summary>
    public bool HasRootType => _schema.Schema.RootType(Kind) is not null;

    public string? Name => Node.Name?.Value;

    public OperationKind Kind => Node.Operation;

    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <exception cref="PlanTooLargeException">where the operation asks for too many fields.</exception>
    public ExecutionPlan Plan(VariableValues variables, int maxFields)
    {
        var mask = Mask(variables);
        if (mask is { } known && _plans.TryGetValue(known, out var plan))
        {
            CacheTelemetry.CountPlan(isHit: true);
            return plan;
        }

        CacheTelemetry.CountPlan(isHit: false);
        var collector = new FieldCollector(_schema.Schema, _fragments, variables);
        var rootType = _schema.Schema.RootType(Kind)!;
        plan = new PlanCompiler(_schema, collector, maxFields).Compile(Node, rootType);
        if (mask is { } free && _plans.Count < Limits.MaxPlansPerOperation)
        {
            _plans.TryAdd(free, plan);
        }

        return plan;
    }

    /// <returns>
    /// Null where there are too many conditions to keep plans by them, or one is null: its selections fail, and for that no plan is
    /// kept.
    /// </returns>
    private ulong? Mask(VariableValues variables)
    {
        const int MaskBits = 64;
        if (_conditions.Count > MaskBits)
        {
            return null;
        }

        var mask = 0UL;
        for (var i = 0; i < _conditions.Count; i++)
        {
            if (!variables.TryGet(_conditions[i], out var value))
            {
                continue;
            }

            if (value is null)
            {
                return null;
            }

            mask |= value is true ? 1UL << i : 0;
        }

        return mask;
    }

    private static VariableDefinition Define(Schema schema, VariableDefinitionNode node)
    {
        var type = InputTypes.Find(schema, node.Type);
        var hasDefault = type is not null && node.DefaultValue is not null;
        object? value = null;
        if (hasDefault && !LiteralCoercion.TryCoerce(type!, node.DefaultValue!, VariableValues.None, out value))
        {
            // Only where the document was not validated.
            value = null;
        }

        return new VariableDefinition(node, type, hasDefault, value);
    }
}
