using System.Collections.Concurrent;

namespace RegionalNetwork.GraphQL.TypeSystem.Costs;

/// <summary>
/// The weights and list sizes of a schema, with the defaults of https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight
/// where it is silent. Read when they are first needed and kept; safe for concurrent use.
/// </summary>
internal sealed class CostModel(Schema schema)
{
    private const double CompositeWeight = 1;

    private readonly ConcurrentDictionary<Field, FieldCost> _fields = new();
    private readonly ConcurrentDictionary<InputValue, double> _inputs = new();
    private readonly ConcurrentDictionary<NamedType, double> _types = new();
    private readonly ConcurrentDictionary<InputObjectType, bool> _weighted = new();
    private readonly Lazy<IntrospectionCosts> _introspection = new(() => new IntrospectionCosts(schema));

    public FieldCost Field(ObjectType type, Field field) =>
        _fields.GetOrAdd(
            field,
            static (field, of) =>
                IntrospectionCosts.Covers(of.type)
                    ? of.model._introspection.Value.Field(field)
                    : new FieldCost(
                        CostDirectives.WeightOf(field.Node?.Directives) ?? Default(field.Type),
                        CostDirectives.ListSizeOf(field.Node?.Directives)
                    ),
            (model: this, type)
        );

    /// <summary>Of one value of a scalar, enum or object type. Abstract types have none: an object answers.</summary>
    public double Type(NamedType type) =>
        _types.GetOrAdd(
            type,
            static type =>
                IntrospectionCosts.Covers(type)
                    ? IntrospectionCosts.TypeWeight(type)
                    : CostDirectives.WeightOf(type.AppliedDirectives) ?? Default(type)
        );

    /// <summary>Of an argument or an input field that is given.</summary>
    public double Input(InputValue value) =>
        _inputs.GetOrAdd(value, static value => CostDirectives.WeightOf(value.Node?.Directives) ?? Default(value.Type));

    /// <summary>Whether a value of the type can cost anything, so that it must be looked at.</summary>
    public bool IsWeighted(NamedType type) =>
        type is InputObjectType input
        && _weighted.GetOrAdd(input, static (input, model) => model.HasWeight(input, []), this);

    private bool HasWeight(InputObjectType type, HashSet<InputObjectType> visited) =>
        visited.Add(type)
        && type.Fields.Values.Any(field =>
            Input(field) != 0 || (field.Type.Named is InputObjectType inner && HasWeight(inner, visited))
        );

    private static double Default(GraphQLType type) => type.Named is ScalarType or EnumType ? 0 : CompositeWeight;
}
