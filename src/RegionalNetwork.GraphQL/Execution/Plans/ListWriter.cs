using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.GraphQL.Execution.Plans;

internal sealed class ListWriter<T, TItem>(FieldUsage field, ValueWriter<TItem> item, bool isNonNull)
    : ValueWriter<T>(field, isNonNull)
{
    public override bool IsAsync => item.IsAsync;

    public override bool Write(T value, ExecutionBranch branch)
    {
        if (value is null)
        {
            return branch.ResolvedNull(Field, IsNonNull);
        }

        var start = branch.Buffer.Position;
        var isWritten = value switch
        {
            TItem[] array => WriteSpan(array, branch),
            ImmutableArray<TItem> { IsDefault: false } array => WriteSpan(array.AsSpan(), branch),
            List<TItem> list => WriteSpan(CollectionsMarshal.AsSpan(list), branch),
            _ => TryMaterialise(value, branch, out var items) && WriteSpan(items, branch),
        };
        if (isWritten)
        {
            return true;
        }

        branch.Buffer.Truncate(start);
        return branch.Null(IsNonNull);
    }

    public override async Task<bool> WriteAsync(T value, ExecutionBranch branch)
    {
        if (value is null)
        {
            return branch.ResolvedNull(Field, IsNonNull);
        }

        if (!TryMaterialise(value, branch, out var items) || !IsWithinLimit(items.Length, branch))
        {
            return branch.Null(IsNonNull);
        }

        using var forks = new ForkList(branch);
        for (var i = 0; i < items.Length; i++)
        {
            branch.CancellationToken.ThrowIfCancellationRequested();
            var fork = forks.Add();
            fork.Buffer.WriteByte((byte)(i == 0 ? '[' : ','));
            fork.EnterItem(i);
            forks.Started(item.WriteAsync(items[i], fork));
        }

        if (!await forks.JoinAsync())
        {
            return branch.Null(IsNonNull);
        }

        branch.Buffer.WriteRaw(items.Length == 0 ? "[]"u8 : "]"u8);
        return true;
    }

    private bool WriteSpan(ReadOnlySpan<TItem> items, ExecutionBranch branch)
    {
        if (!IsWithinLimit(items.Length, branch))
        {
            return false;
        }

        branch.Buffer.WriteByte((byte)'[');
        for (var i = 0; i < items.Length; i++)
        {
            branch.CancellationToken.ThrowIfCancellationRequested();
            if (i > 0)
            {
                branch.Buffer.WriteByte((byte)',');
            }

            branch.EnterItem(i);
            var isWritten = item.Write(items[i], branch);
            branch.Leave();
            if (!isWritten)
            {
                return false;
            }
        }

        branch.Buffer.WriteByte((byte)']');
        return true;
    }

    /// <summary>A sequence runs code of the resolver's, which may throw, and may not end.</summary>
    private bool TryMaterialise(T value, ExecutionBranch branch, out TItem[] items)
    {
        try
        {
            var limit = branch.Shared.Limits.MaxListItems;
            items = value switch
            {
                ICollection<TItem> list when list.Count <= limit => Copy(list),
                IEnumerable<TItem> sequence => [.. Cancellable(sequence, branch).Take(limit + 1)],
                _ => throw new GraphQLFieldException(
                    $"Expected Iterable, but did not find one for field \"{Field.Coordinate}\".",
                    null
                ),
            };
            return true;
        }
        catch (Exception exception) when (branch.IsFieldError(exception))
        {
            branch.AddFailure(exception, Field);
            items = [];
            return false;
        }
    }

    /// <summary>What a collection expression makes of a read-only list is no array, but need not be enumerated either.</summary>
    private static TItem[] Copy(ICollection<TItem> list)
    {
        var items = new TItem[list.Count];
        list.CopyTo(items, 0);
        return items;
    }

    /// <summary>One whose items are yet to be made may take its time over each.</summary>
    private static IEnumerable<TItem> Cancellable(IEnumerable<TItem> sequence, ExecutionBranch branch) =>
        sequence.TryGetNonEnumeratedCount(out _) ? sequence : Checked(sequence, branch.CancellationToken);

    private static IEnumerable<TItem> Checked(IEnumerable<TItem> sequence, CancellationToken cancellation)
    {
        foreach (var item in sequence)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    private bool IsWithinLimit(int count, ExecutionBranch branch)
    {
        var limit = branch.Shared.Limits.MaxListItems;
        if (count > limit)
        {
            branch.AddError(
                $"The list {Field.Coordinate} has more than {limit} items. Ask for a page of it.",
                Field.Locations,
                ErrorCodes.LimitExceeded
            );
        }

        return count <= limit;
    }
}
