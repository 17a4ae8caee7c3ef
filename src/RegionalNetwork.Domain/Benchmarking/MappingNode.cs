using System.Text.Json;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Faults of a mapping file, in the order found.</summary>
internal sealed class MappingFaults
{
    private readonly List<string> _all = [];

    public bool Any => _all.Count > 0;

    public IReadOnlyList<string> All => _all;

    /// <summary>Once: a member at the top of a file is read again for each entry that inherits it.</summary>
    public void Add(string place, string what)
    {
        var fault = $"{place} {what}.";
        if (!_all.Contains(fault))
        {
            _all.Add(fault);
        }
    }
}

/// <summary>A JSON object of a mapping file. Reading a member that is missing or of another type notes a fault and goes on with an
/// empty value, so that one reading reports all faults.</summary>
internal sealed class MappingNode(JsonElement element, string place, MappingFaults faults)
{
    public string Place(string member) => $"\"{member}\" of {place}";

    public void Fault(string member, string what) => faults.Add(Place(member), what);

    public bool Has(string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out _);

    public void AllowOnly(params ReadOnlySpan<string> members)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(place, "must be an object");
            return;
        }
        foreach (var property in element.EnumerateObject())
        {
            if (!members.Contains(property.Name))
            {
                faults.Add(Place(property.Name), $"is not known; {place} has {string.Join(", ", members!)}");
            }
        }
    }

    public string Text(string member)
    {
        var text = Member(member, JsonValueKind.String)?.GetString()?.Trim();
        if (text is "" or { Length: > Limits.StatementTextCharacters })
        {
            Fault(member, $"must have between 1 and {Limits.StatementTextCharacters} characters");
        }
        return text ?? "";
    }

    public int Number(string member, int least, int most)
    {
        if (Member(member, JsonValueKind.Number) is not { } number)
        {
            return least;
        }
        if (number.TryGetInt32(out var value) && value >= least && value <= most)
        {
            return value;
        }
        Fault(member, $"must be a whole number from {least} to {most}");
        return least;
    }

    /// <summary>Null, with the fault noted, where the word is missing or unknown.</summary>
    public T? OneOf<T>(string member, IReadOnlyDictionary<string, T> words)
        where T : struct, Enum
    {
        var text = Member(member, JsonValueKind.String)?.GetString();
        if (text is not null && words.TryGetValue(text, out var meaning))
        {
            return meaning;
        }
        if (text is not null)
        {
            Fault(member, $"must be one of {string.Join(", ", words.Keys)}");
        }
        return null;
    }

    public IReadOnlyList<string> Texts(string member)
    {
        var items = Items(member);
        if (items.Any(item => item.ValueKind != JsonValueKind.String))
        {
            Fault(member, "must be a list of column names");
            return [];
        }
        return [.. items.Select(item => item.GetString()!)];
    }

    /// <summary>The members of an object, all of them texts, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TextsByName(string member)
    {
        if (Member(member, JsonValueKind.Object) is not { } named)
        {
            return [];
        }
        var child = Child(member);
        return [.. named.EnumerateObject().Select(each => KeyValuePair.Create(each.Name, child.Text(each.Name)))];
    }

    /// <summary>The first of all days, with the fault noted, where the date is missing or none.</summary>
    public DateOnly Date(string member)
    {
        var text = Text(member);
        if (text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
        {
            Fault(member, "must be a date such as 2026-09-30");
        }
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : default;
    }

    /// <summary>The address of a page that anybody can open.</summary>
    public Uri Link(string member)
    {
        var text = Text(member);
        if (Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps)
        {
            return link;
        }
        if (text.Length > 0)
        {
            Fault(member, "must be an address that starts with https://");
        }
        return NoLink;
    }

    public MappingNode Child(string member) =>
        new(Member(member, JsonValueKind.Object) ?? EmptyObject, Place(member), faults);

    public IReadOnlyList<MappingNode> Children(string member, int most) => Children(member, Items(member), most);

    public IReadOnlyList<MappingNode> ChildrenOrNone(string member, int most) =>
        Children(member, Member(member, JsonValueKind.Array) is { } list ? [.. list.EnumerateArray()] : [], most);

    private IReadOnlyList<MappingNode> Children(string member, JsonElement[] items, int most)
    {
        if (items.Length > most)
        {
            Fault(member, $"must have at most {most} entries");
            return [];
        }
        return [.. items.Select((item, index) => new MappingNode(item, PlaceOf(item, member, index), faults))];
    }

    private static readonly Uri NoLink = new("about:blank");

    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement.Clone();

    /// <summary>An entry is named by its code where it has one: easier to find in a file than its number.</summary>
    private static string PlaceOf(JsonElement item, string member, int index) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("code", out var code)
        && code.ValueKind == JsonValueKind.String
            ? code.GetString()!
            : $"entry {index + 1} of \"{member}\"";

    private JsonElement[] Items(string member)
    {
        JsonElement[] items = Member(member, JsonValueKind.Array) is { } array ? [.. array.EnumerateArray()] : [];
        if (items.Length == 0 && Has(member))
        {
            Fault(member, "must have at least one entry");
        }
        return items;
    }

    private JsonElement? Member(string member, JsonValueKind kind)
    {
        if (!Has(member))
        {
            Fault(member, "is missing");
            return null;
        }
        var found = element.GetProperty(member);
        if (found.ValueKind == kind)
        {
            return found;
        }
        Fault(member, $"must be {Word(kind)}");
        return null;
    }

    private static string Word(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Array => "a list",
            _ => "an object",
        };
}
