using System.Reflection;

namespace RegionalNetwork.GraphQL.Binding.Inputs;

/// <summary>
/// Turns a coerced input value into the C# object that a resolver takes. Coerced values are what section 6.4.1 of the
/// specification yields: null, a scalar's value, the name of an enum value, <c>object?[]</c> for a list and
/// <c>Dictionary&lt;string, object?&gt;</c> for an input object, without the fields that were not given.
/// </summary>
internal abstract class InputReader
{
    public abstract object? Read(object? coerced);
}

internal sealed class ValueReader(Func<object, object> convert) : InputReader
{
    public override object? Read(object? coerced) => coerced is null ? null : convert(coerced);
}

internal sealed class ListReader(Type itemType, InputReader item) : InputReader
{
    public override object? Read(object? coerced)
    {
        if (coerced is not object?[] values)
        {
            return null;
        }

        var items = Array.CreateInstance(itemType, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            items.SetValue(item.Read(values[i]), i);
        }

        return items;
    }
}

internal sealed class OptionalReader<T>(InputReader value) : InputReader
{
    public override object Read(object? coerced) => new Optional<T>((T)value.Read(coerced)!);
}

/// <summary>Calls a record's constructor. Members are filled in after creation, because input types may refer to themselves.</summary>
internal sealed class ObjectReader(ConstructorInfo constructor) : InputReader
{
    private readonly ConstructorInvoker _invoker = ConstructorInvoker.Create(constructor);

    public ParameterInfo[] Parameters { get; } = constructor.GetParameters();

    public IReadOnlyList<InputMember> Members { get; set; } = [];

    public override object? Read(object? coerced)
    {
        if (coerced is not Dictionary<string, object?> given)
        {
            return null;
        }

        var parameters = new object?[Members.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            var member = Members[i];
            parameters[i] = given.TryGetValue(member.Name, out var value) ? member.Reader.Read(value) : member.Absent;
        }

        return _invoker.Invoke(parameters.AsSpan());
    }
}

/// <param name="Absent">What the constructor gets where nothing was given: null or an <see cref="Optional{T}"/>.</param>
internal sealed record InputMember(string Name, InputReader Reader, object? Absent);

/// <summary>For resolvers that take the coerced values as they are.</summary>
internal sealed class CoercedReader : InputReader
{
    public static readonly CoercedReader Instance = new();

    public override object? Read(object? coerced) => coerced;
}
