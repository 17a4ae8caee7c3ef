using RegionalNetwork.GraphQL.Execution.Compilation;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Costs;

namespace RegionalNetwork.GraphQL.Execution.Costs;

/// <summary>
/// Static analysis of an operation, over the same merged fields as its plan: a field that is selected twice runs, and costs, once.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-Static-Query-Analysis
/// </summary>
internal sealed class CostCompiler(Schema schema, CostModel model, FieldCollector collector, int maxFields)
{
    private readonly Dictionary<SelectionKey, CostValue> _known = [];
    private readonly List<CostStep> _steps = [];
    private int _fields;

    /// <exception cref="PlanTooLargeException">where the operation asks for too many fields.</exception>
    /// <exception cref="SlicingArgumentException">where a list needs exactly one of its slicing arguments.</exception>
    public CostProgram Compile(OperationDefinitionNode operation, ObjectType rootType)
    {
        var selections = Selections(rootType, collector.CollectRoot(rootType, operation.SelectionSet), null);
        var root = new OperationCost(model.Type(rootType), 0);
        var result = selections.IsConstant
            ? CostValue.Of(root + selections.Constant)
            : Step(new SumStep(root, [new CostTerm(Free, ItemCount.One, selections)]));
        return new CostProgram(result, [.. _steps]);
    }

    private ResolverCost Free { get; } = new(new InputCosts(model), 0, []);

    /// <param name="sizing">What the field around the selections says of lists in them.</param>
    private CostValue Selections(ObjectType type, CollectedFields collected, Sizing? sizing)
    {
        var key = new SelectionKey(new FieldsKey(type, [.. collected.Values.SelectMany(nodes => nodes)]), sizing);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var constant = default(OperationCost);
        var varying = new List<CostTerm>();
        foreach (var nodes in collected.Values)
        {
            if (++_fields > maxFields)
            {
                throw new PlanTooLargeException(maxFields);
            }

            if (Find(type, nodes[0].Name.Value) is not { } field)
            {
                continue;
            }

            var term = Term(type, field, nodes, sizing);
            if (term.IsConstant)
            {
                var resolver = new OperationCost(0, term.Resolver.Of(Inputs.VariableValues.None));
                constant += resolver + (term.Items.Of(Inputs.VariableValues.None) * term.Item.Constant);
            }
            else
            {
                varying.Add(term);
            }
        }

        var value = varying.Count == 0 ? CostValue.Of(constant) : Step(new SumStep(constant, [.. varying]));
        _known.Add(key, value);
        return value;
    }

    private CostTerm Term(ObjectType type, Field field, List<FieldNode> nodes, Sizing? sizing)
    {
        var resolver = ResolverCost.From(model, schema, type, field, nodes);
        var size = model.Field(type, field).ListSize;
        var coordinate = $"{type.Name}.{field.Name}";
        var count = size is null ? null : ItemCount.From(size, field, nodes[0], coordinate);
        var isSizedInside = size is { SizedFields.Count: > 0 };
        var inner = isSizedInside ? new Sizing(size!.SizedFields, count!) : null;
        var own =
            !IsList(field.Type) ? ItemCount.One
            : sizing?.Fields.Contains(field.Name) == true ? sizing.Items
            : isSizedInside || count is null ? ItemCount.Unknown
            : count;
        var item = Item(field.Type.Named, nodes, inner);
        return new CostTerm(resolver, own, Inner(field.Type) is { } list ? Nested(list, item) : item);
    }

    /// <summary>Nothing is said of lists in a list: each is of unknown length.</summary>
    private CostValue Nested(ListType list, CostValue item)
    {
        var inner = Inner(list.OfType) is { } next ? Nested(next, item) : item;
        return !IsList(list.OfType) ? inner
            : inner.IsConstant ? CostValue.Of(ItemCount.Unknown.Of(Inputs.VariableValues.None) * inner.Constant)
            : Step(new SumStep(default, [new CostTerm(Free, ItemCount.Unknown, inner)]));
    }

    /// <summary>One value of a type, with what is selected of it.</summary>
    private CostValue Item(NamedType type, List<FieldNode> nodes, Sizing? sizing)
    {
        if (type is not (FieldsType or UnionType))
        {
            return CostValue.Of(new OperationCost(model.Type(type), 0));
        }

        var possible = schema.PossibleTypes(type).Select(possible => Object(possible, nodes, sizing)).ToArray();
        return possible.Length == 1 ? possible[0]
            : Array.TrueForAll(possible, value => value.IsConstant)
                ? CostValue.Of(
                    possible.Select(value => value.Constant).Aggregate(default(OperationCost), OperationCost.Max)
                )
            : Step(new MaxStep(possible));
    }

    private CostValue Object(ObjectType type, List<FieldNode> nodes, Sizing? sizing)
    {
        var self = new OperationCost(model.Type(type), 0);
        var selections = Selections(type, collector.CollectSubfields(type, nodes), sizing);
        return selections.IsConstant
            ? CostValue.Of(self + selections.Constant)
            : Step(new SumStep(self, [new CostTerm(Free, ItemCount.One, selections)]));
    }

    private CostValue Step(CostStep step)
    {
        _steps.Add(step);
        return new CostValue(default, _steps.Count - 1);
    }

    /// <summary>Null for <c>__typename</c>, which costs nothing, and where the document was not validated.</summary>
    private Field? Find(ObjectType type, string name) =>
        type.Fields.TryGetValue(name, out var field) ? field
        : !ReferenceEquals(type, schema.QueryType) ? null
        : name == schema.MetaFields.Schema.Name ? schema.MetaFields.Schema
        : name == schema.MetaFields.Type.Name ? schema.MetaFields.Type
        : null;

    private static bool IsList(GraphQLType type) => Inner(type) is not null;

    private static ListType? Inner(GraphQLType type) =>
        (type is NonNullType nonNull ? nonNull.OfType : type) as ListType;

    /// <summary>One for each field that sizes lists inside it; equal only to itself.</summary>
    private sealed class Sizing(IReadOnlyList<string> fields, ItemCount items)
    {
        public IReadOnlyList<string> Fields { get; } = fields;

        public ItemCount Items { get; } = items;
    }

    private sealed record SelectionKey(FieldsKey Fields, Sizing? Sizing);
}
