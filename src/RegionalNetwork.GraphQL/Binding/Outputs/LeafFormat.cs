using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding.Outputs;

/// <summary>How a CLR value becomes the JSON of a scalar or enum: https://spec.graphql.org/September2025/#CoerceResult().</summary>
/// <remarks>The value is never null. One that the type cannot represent throws <see cref="CoercionException"/>.</remarks>
internal abstract class LeafFormat<T>
{
    public abstract void Write(T value, JsonBuffer buffer);

    /// <summary>Asked of value types only; overridden by the nullable ones, so that no value is boxed to find out.</summary>
    public virtual bool IsNull(T value) => false;
}

/// <summary>The same for <c>T?</c>.</summary>
internal sealed class NullableFormat<T>(LeafFormat<T> format) : LeafFormat<T?>
    where T : struct
{
    public override void Write(T? value, JsonBuffer buffer) => format.Write(value.GetValueOrDefault(), buffer);

    public override bool IsNull(T? value) => !value.HasValue;
}

/// <summary>A scalar whose coercion knows its CLR type: no boxing.</summary>
internal sealed class TypedScalarFormat<T>(IScalarCoercion<T> coercion) : LeafFormat<T>
    where T : notnull
{
    public override void Write(T value, JsonBuffer buffer) => coercion.WriteResult(value, buffer);
}

/// <summary>A scalar of a resolver whose values are untyped; one of them, even in a list, may be an error.</summary>
internal sealed class UntypedScalarFormat(IScalarCoercion coercion) : LeafFormat<object>
{
    public override void Write(object value, JsonBuffer buffer)
    {
        if (value is GraphQLFieldException error)
        {
            throw error;
        }

        coercion.WriteResult(value, buffer);
    }
}
