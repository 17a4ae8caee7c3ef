using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Execution.Costs;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Execution.Plans;
using RegionalNetwork.GraphQL.Execution.Subscriptions;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Compilation;

/// <summary>
/// Turns an operation into a plan for given values of its conditions. Everything that does not depend on the request is
/// decided here: merged fields, fragments, constant arguments, names as bytes.
/// </summary>
internal sealed class PlanCompiler(BoundSchema schema, FieldCollector collector, int maxFields)
{
    /// <summary>Plans by what they are made of, so that fragments used in many places do not multiply.</summary>
    private readonly Dictionary<FieldsKey, object> _plans = [];
    private readonly List<FieldCheck> _checks = [];
    private int _fields;
    private int _argumentSlots;

    public Schema Schema => schema.Schema;

    /// <exception cref="PlanTooLargeException">where the operation asks for too many fields.</exception>
    /// <exception cref="SlicingArgumentException">where a list needs exactly one of its slicing arguments.</exception>
    public ExecutionPlan Compile(OperationDefinitionNode operation, ObjectType rootType)
    {
        var collected = collector.CollectRoot(rootType, operation.SelectionSet);
        var bound = (BoundObject<object>)schema.Object(rootType);
        var root = Plan(bound, collected);
        var source = operation.Operation == OperationKind.Subscription ? Source(bound, collected) : null;
        var cost = new CostCompiler(Schema, schema.Costs, collector, maxFields).Compile(operation, rootType);
        return new ExecutionPlan(root.Fields, root.IsAsync, _checks, _argumentSlots, cost, source);
    }

    public ObjectPlan<T> Plan<T>(BoundObject<T> bound, IReadOnlyList<FieldNode> parentNodes) =>
        Plan(bound, collector.CollectSubfields(bound.Type, parentNodes));

    public BoundObject Object(ObjectType type) => schema.Object(type);

    public ValueWriter<T> Writer<T>(ValueShape<T> shape, FieldUsage field) =>
        shape.Accept(new WriterCompiler<T>(this, field));

    public ArgumentPlan Arguments(FieldBinding binding, FieldNode node)
    {
        if (binding.Arguments is not { } reader)
        {
            return ConstantArguments.None;
        }

        if (ArgumentCoercion.UsesVariables(node))
        {
            return new VariableArguments(binding.Field, node, reader, _argumentSlots++);
        }

        try
        {
            var coerced = ArgumentCoercion.Coerce(binding.Field, node, VariableValues.None);
            return new ConstantArguments(reader.Read(coerced));
        }
        catch (ArgumentCoercionException fault)
        {
            return new InvalidArguments(fault);
        }
    }

    /// <returns>The index of each check among those of the plan.</returns>
    public int[] Checks(IReadOnlyList<FieldCheck> checks)
    {
        foreach (var check in checks.Where(check => !_checks.Contains(check)))
        {
            _checks.Add(check);
        }

        return [.. checks.Select(check => _checks.IndexOf(check))];
    }

    /// <returns>Null where there is not exactly one field, or it has no source stream: the document was not validated.</returns>
    private SourcePlan? Source(BoundObject<object> root, CollectedFields collected)
    {
        if (collected.Count != 1)
        {
            return null;
        }

        var nodes = collected.GetAt(0).Value;
        return schema.Field(root, nodes[0].Name.Value) is SourceField field
            ? field.Accept(new SourceCompiler(this, new FieldUsage(root.Type, field.Definition, nodes, isFirst: true)))
            : null;
    }

    private ObjectPlan<T> Plan<T>(BoundObject<T> bound, CollectedFields collected)
    {
        if (collected.NullCondition is { } condition)
        {
            return new ObjectPlan<T>([new NullConditionPlan<T>(condition)]);
        }

        var key = new FieldsKey(bound.Type, [.. collected.Values.SelectMany(nodes => nodes)]);
        if (_plans.TryGetValue(key, out var known))
        {
            return (ObjectPlan<T>)known;
        }

        var plans = new List<FieldPlan<T>>(collected.Count);
        foreach (var nodes in collected.Values)
        {
            if (++_fields > maxFields)
            {
                throw new PlanTooLargeException(maxFields);
            }

            if (Field(bound, nodes, plans.Count == 0) is { } plan)
            {
                plans.Add(plan);
            }
        }

        var compiled = new ObjectPlan<T>([.. plans]);
        _plans.Add(key, compiled);
        return compiled;
    }

    /// <returns>Null for a field that the type does not have: the document was not validated.</returns>
    private FieldPlan<T>? Field<T>(BoundObject<T> bound, List<FieldNode> nodes, bool isFirst)
    {
        var name = nodes[0].Name.Value;
        var typename = Schema.MetaFields.Typename;
        if (name == typename.Name)
        {
            return new TypeNamePlan<T>(new FieldUsage(bound.Type, typename, nodes, isFirst), bound.Type.Name);
        }

        if (schema.Field(bound, name) is not { } field)
        {
            return null;
        }

        var usage = new FieldUsage(bound.Type, field.Definition, nodes, isFirst);
        var plan = field.Accept(new FieldCompiler<T>(this, usage));
        return field.Binding.Checks.Count == 0 ? plan : new GuardedPlan<T>(usage, Checks(field.Binding.Checks), plan);
    }
}

/// <summary>An operation's plan has more fields than the limit, after fragments are laid out.</summary>
internal sealed class PlanTooLargeException(int maxFields)
    : Exception($"The operation selects more than {maxFields} fields. Ask for less at a time.");
