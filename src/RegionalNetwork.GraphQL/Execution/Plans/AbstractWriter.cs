using System.Collections.Concurrent;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>One object type that an abstract type's value may be.</summary>
internal sealed record PossibleWriter<T>(ObjectType Type, Type ClrType, ValueWriter<T> Writer);

/// <summary>Finds the object type of a value: https://spec.graphql.org/September2025/#ResolveAbstractType().</summary>
internal sealed class AbstractWriter<T>(
    FieldUsage field,
    AbstractShape<T> shape,
    Schema schema,
    IReadOnlyList<PossibleWriter<T>> possible
) : ValueWriter<T>(field, shape.IsNonNull)
{
    private readonly ConcurrentDictionary<Type, ValueWriter<T>?> _byClrType = new();

    public override bool IsAsync { get; } = possible.Any(type => type.Writer.IsAsync);

    public override bool Write(T value, ExecutionBranch branch)
    {
        if (value is null)
        {
            return branch.ResolvedNull(Field, IsNonNull);
        }

        return Find(value, branch) is { } writer ? writer.Write(value, branch) : branch.Null(IsNonNull);
    }

    public override Task<bool> WriteAsync(T value, ExecutionBranch branch)
    {
        if (value is null)
        {
            return Task.FromResult(branch.ResolvedNull(Field, IsNonNull));
        }

        return Find(value, branch) is { } writer
            ? writer.WriteAsync(value, branch)
            : Task.FromResult(branch.Null(IsNonNull));
    }

    private ValueWriter<T>? Find(T value, ExecutionBranch branch)
    {
        try
        {
            return shape.TypeName is { } typeName ? ByName(typeName(value, branch)) : ByClrType(value!.GetType());
        }
        catch (Exception exception) when (branch.IsFieldError(exception))
        {
            branch.AddFailure(exception, Field);
            return null;
        }
    }

    private ValueWriter<T> ByName(string? name)
    {
        if (name is null)
        {
            throw Unresolved();
        }

        return possible.FirstOrDefault(type => type.Type.Name == name)?.Writer
            ?? throw new GraphQLFieldException(
                schema.Types.GetValueOrDefault(name) switch
                {
                    null =>
                        $"Abstract type \"{shape.Type}\" was resolved to a type \"{name}\" that does not exist inside the schema.",
                    ObjectType => $"Runtime Object type \"{name}\" is not a possible type for \"{shape.Type}\".",
                    _ => $"Abstract type \"{shape.Type}\" was resolved to a non-object type \"{name}\".",
                },
                null
            );
    }

    private ValueWriter<T> ByClrType(Type clrType) =>
        _byClrType.GetOrAdd(
            clrType,
            static (clrType, possible) =>
                (
                    possible.FirstOrDefault(type => type.ClrType == clrType)
                    ?? possible.FirstOrDefault(type => type.ClrType.IsAssignableFrom(clrType))
                )?.Writer,
            possible
        ) ?? throw Unresolved();

    private GraphQLFieldException Unresolved() =>
        new(
            $"Abstract type \"{shape.Type}\" must resolve to an Object type at runtime for field \"{Field.Coordinate}\".",
            null
        );
}
