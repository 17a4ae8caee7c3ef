using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution.Plans;

namespace RegionalNetwork.GraphQL.Execution.Compilation;

internal sealed class FieldCompiler<TParent>(PlanCompiler compiler, FieldUsage usage)
    : IFieldVisitor<TParent, FieldPlan<TParent>>
{
    public FieldPlan<TParent> Visit<TValue>(GetterField<TParent, TValue> field) =>
        new GetterPlan<TParent, TValue>(usage, field.Get, compiler.Writer(field.Shape, usage));

    public FieldPlan<TParent> Visit<TValue>(ResolverField<TParent, TValue> field) =>
        new ResolverPlan<TParent, TValue>(
            usage,
            compiler.Arguments(field.Binding, usage.Nodes[0]),
            field.Resolve,
            compiler.Writer(field.Shape, usage)
        );

    public FieldPlan<TParent> Visit<TValue>(AsyncField<TParent, TValue> field) =>
        new AsyncPlan<TParent, TValue>(
            usage,
            compiler.Arguments(field.Binding, usage.Nodes[0]),
            field.Resolve,
            compiler.Writer(field.Shape, usage)
        );
}
