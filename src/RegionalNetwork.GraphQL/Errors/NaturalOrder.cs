namespace RegionalNetwork.GraphQL.Errors;

/// <summary>As people sort names: runs of digits by their number, everything else by its letters.</summary>
public static class NaturalOrder
{
    public static Comparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    private static int Compare(string one, string other)
    {
        var i = 0;
        var j = 0;
        while (i < one.Length && j < other.Length)
        {
            if (char.IsAsciiDigit(one[i]) && char.IsAsciiDigit(other[j]))
            {
                var byNumber = CompareNumbers(one, ref i, other, ref j);
                if (byNumber != 0)
                {
                    return byNumber;
                }
            }
            else if (one[i] != other[j])
            {
                return one[i] - other[j];
            }
            else
            {
                i++;
                j++;
            }
        }

        return one.Length - other.Length;
    }

    private static int CompareNumbers(string one, ref int i, string other, ref int j)
    {
        var first = Digits(one, ref i);
        var second = Digits(other, ref j);
        return first.Length != second.Length ? first.Length - second.Length : string.CompareOrdinal(first, second);
    }

    private static string Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text[start..position].TrimStart('0');
    }
}
