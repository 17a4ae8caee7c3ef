using System.Text;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>The values of a C# enum by their names in the schema: <c>InProgress</c> is <c>IN_PROGRESS</c>.</summary>
internal sealed class EnumNames : Dictionary<string, object>
{
    public EnumNames(EnumType type, Type clrType)
        : base(StringComparer.Ordinal)
    {
        Type = type;
        foreach (var value in Enum.GetValues(clrType))
        {
            TryAdd(UpperSnake(value.ToString()!), value);
        }
    }

    public EnumType Type { get; }

    public static string UpperSnake(string pascal)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < pascal.Length; i++)
        {
            var startsWord =
                i > 0
                && char.IsUpper(pascal[i])
                && (!char.IsUpper(pascal[i - 1]) || (i + 1 < pascal.Length && char.IsLower(pascal[i + 1])))
                && pascal[i - 1] != '_';
            if (startsWord)
            {
                snake.Append('_');
            }

            snake.Append(char.ToUpperInvariant(pascal[i]));
        }

        return snake.ToString();
    }
}
