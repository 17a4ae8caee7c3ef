using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Execution.Plans;

namespace RegionalNetwork.GraphQL.Execution.Compilation;

/// <summary>Makes the writer of a value of a field, with the selections below it compiled.</summary>
internal sealed class WriterCompiler<T>(PlanCompiler compiler, FieldUsage field) : IShapeVisitor<T, ValueWriter<T>>
{
    public ValueWriter<T> Visit(LeafShape<T> shape) => new LeafWriter<T>(field, shape.Format, shape.IsNonNull);

    public ValueWriter<T> Visit(ObjectShape<T> shape)
    {
        var plan = compiler.Plan((BoundObject<T>)compiler.Object(shape.Type), field.Nodes);
        return new ObjectWriter<T>(field, plan, shape.IsNonNull);
    }

    public ValueWriter<T> Visit(AbstractShape<T> shape)
    {
        var possible = compiler
            .Schema.PossibleTypes(shape.Type)
            .Select(type => compiler.Object(type).Accept(new PossibleCompiler(compiler, field, shape.IsNonNull)))
            .ToList();
        return new AbstractWriter<T>(field, shape, compiler.Schema, possible);
    }

    public ValueWriter<T> Visit<TItem>(ListShape<T, TItem> shape) =>
        new ListWriter<T, TItem>(field, compiler.Writer(shape.Item, field), shape.IsNonNull);

    public ValueWriter<T> Visit<TTarget>(ConvertedShape<T, TTarget> shape) =>
        new ConvertingWriter<T, TTarget>(field, shape.Convert, compiler.Writer(shape.Target, field));

    private sealed class PossibleCompiler(PlanCompiler compiler, FieldUsage field, bool isNonNull)
        : IObjectVisitor<PossibleWriter<T>>
    {
        public PossibleWriter<T> Visit<TConcrete>(BoundObject<TConcrete> bound)
        {
            var writer = new ObjectWriter<TConcrete>(field, compiler.Plan(bound, field.Nodes), isNonNull);
            return new PossibleWriter<T>(
                bound.Type,
                bound.ClrType,
                typeof(T) == typeof(TConcrete)
                    ? (ValueWriter<T>)(object)writer
                    : new ConvertingWriter<T, TConcrete>(field, static value => (TConcrete)(object)value!, writer)
            );
        }
    }
}
