using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.Server.Snapshot;

/// <summary>
/// SHA-256 over all that a snapshot holds, whatever it is made of: two snapshots that show the same have the same digest, in every
/// process. Dictionaries and sets count without their order, which is another in each process; caches and functions do not count.
/// </summary>
internal sealed class SnapshotDigest
{
    private const BindingFlags OwnFields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly byte[] Nothing = SHA256.HashData("nothing"u8);

    /// <summary>What an object holds that is still being looked at: snapshots are trees, save for what points back.</summary>
    private static readonly byte[] Back = SHA256.HashData("back"u8);

    /// <summary>Snapshots share what they hold, so most objects are met more than once.</summary>
    private readonly Dictionary<object, byte[]> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, FieldInfo[]> _fields = [];

    private SnapshotDigest() { }

    /// <returns>In hexadecimal digits.</returns>
    public static string Of(object snapshot) => Convert.ToHexStringLower(new SnapshotDigest().Digest(snapshot));

    private byte[] Digest(object? value)
    {
        switch (value)
        {
            case null:
                return Nothing;
            case string text:
                return SHA256.HashData(Encoding.UTF8.GetBytes(text));
            case Array numbers when numbers.GetType().GetElementType()!.IsPrimitive:
                return SHA256.HashData(BytesOf(numbers));
            case Type type:
                return Plain(type.FullName!);
        }

        if (value.GetType() is { IsValueType: true } kind)
        {
            return kind.IsPrimitive || kind.IsEnum || value is IFormattable ? Plain(value) : Content(value);
        }

        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        _known.Add(value, Back);
        return _known[value] = Content(value);
    }

    private byte[] Content(object value) =>
        value switch
        {
            IDictionary entries => Unordered(
                entries.Keys.Cast<object>().Select(key => Sequence([Digest(key), Digest(entries[key])]))
            ),
            IEnumerable items when IsSet(items) => Unordered(items.Cast<object?>().Select(Digest)),
            IEnumerable items => Sequence(items.Cast<object?>().Select(Digest)),
            _ => Sequence([
                Plain(value.GetType().FullName!),
                .. FieldsOf(value.GetType()).Select(field => Digest(field.GetValue(value))),
            ]),
        };

    private static byte[] Plain(object value) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                value is IFormattable number
                    ? number.ToString(value is DateTimeOffset or DateTime ? "O" : null, CultureInfo.InvariantCulture)
                    : value.ToString()!
            )
        );

    private static byte[] BytesOf(Array numbers)
    {
        var bytes = new byte[Buffer.ByteLength(numbers)];
        Buffer.BlockCopy(numbers, 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static byte[] Sequence(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Unordered(IEnumerable<byte[]> parts) =>
        Sequence(parts.OrderBy(Convert.ToHexString, StringComparer.Ordinal));

    private static bool IsSet(IEnumerable items) =>
        items
            .GetType()
            .GetInterfaces()
            .Any(kind => kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private FieldInfo[] FieldsOf(Type type)
    {
        if (_fields.TryGetValue(type, out var fields))
        {
            return fields;
        }

        var all = new List<FieldInfo>();
        for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
        {
            all.AddRange(part.GetFields(OwnFields).Where(field => !IsCache(field.FieldType)));
        }

        return _fields[type] = [.. all.OrderBy(field => field.Name, StringComparer.Ordinal)];
    }

    private static bool IsCache(Type type) =>
        typeof(Delegate).IsAssignableFrom(type)
        || type == typeof(Lock)
        || (
            type.IsGenericType
            && (
                type.GetGenericTypeDefinition() == typeof(Lazy<>)
                || type.GetGenericTypeDefinition() == typeof(ConcurrentDictionary<,>)
                || type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>)
            )
        );
}
