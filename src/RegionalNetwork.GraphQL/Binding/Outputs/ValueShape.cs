using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Outputs;

/// <summary>How C# values of <typeparamref name="T"/> fit an output type of the schema: one shape per level of the type.</summary>
/// <param name="isNonNull">Null is an error here and goes up to the parent.</param>
internal abstract class ValueShape<T>(bool isNonNull)
{
    public bool IsNonNull { get; } = isNonNull;

    public abstract TResult Accept<TResult>(IShapeVisitor<T, TResult> visitor);
}

internal interface IShapeVisitor<T, out TResult>
{
    TResult Visit(LeafShape<T> shape);

    TResult Visit(ObjectShape<T> shape);

    TResult Visit(AbstractShape<T> shape);

    TResult Visit<TItem>(ListShape<T, TItem> shape);

    TResult Visit<TTarget>(ConvertedShape<T, TTarget> shape);
}

internal sealed class LeafShape<T>(LeafFormat<T> format, bool isNonNull) : ValueShape<T>(isNonNull)
{
    public LeafFormat<T> Format { get; } = format;

    public override TResult Accept<TResult>(IShapeVisitor<T, TResult> visitor) => visitor.Visit(this);
}

/// <summary>The type's own C# type is <typeparamref name="T"/> exactly.</summary>
internal sealed class ObjectShape<T>(ObjectType type, bool isNonNull) : ValueShape<T>(isNonNull)
{
    public ObjectType Type { get; } = type;

    public override TResult Accept<TResult>(IShapeVisitor<T, TResult> visitor) => visitor.Visit(this);
}

/// <summary>An interface or union: the object type is found from each value.</summary>
/// <param name="typeName">Null to go by the value's C# type.</param>
internal sealed class AbstractShape<T>(NamedType type, Func<T, ResolverContext, string?>? typeName, bool isNonNull)
    : ValueShape<T>(isNonNull)
{
    public NamedType Type { get; } = type;

    public Func<T, ResolverContext, string?>? TypeName { get; } = typeName;

    public override TResult Accept<TResult>(IShapeVisitor<T, TResult> visitor) => visitor.Visit(this);
}

internal sealed class ListShape<T, TItem>(ValueShape<TItem> item, bool isNonNull) : ValueShape<T>(isNonNull)
{
    public ValueShape<TItem> Item { get; } = item;

    public override TResult Accept<TResult>(IShapeVisitor<T, TResult> visitor) => visitor.Visit(this);
}

/// <summary>A value that is another C# type after a cast: a subclass, or a nullable struct. The target decides on null.</summary>
internal sealed class ConvertedShape<T, TTarget>(Func<T, TTarget> convert, ValueShape<TTarget> target)
    : ValueShape<T>(target.IsNonNull)
{
    public Func<T, TTarget> Convert { get; } = convert;

    public ValueShape<TTarget> Target { get; } = target;

    public override TResult Accept<TResult>(IShapeVisitor<T, TResult> visitor) => visitor.Visit(this);
}
