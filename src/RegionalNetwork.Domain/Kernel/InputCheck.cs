namespace RegionalNetwork.Domain.Kernel;

/// <summary>Collects everything that is wrong with a command, so that one answer names all of it.</summary>
internal sealed class InputCheck
{
    private readonly List<Refusal> _refusals = [];

    public bool Failed => _refusals.Count > 0;

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public void Add(Refusal? refusal)
    {
        if (refusal is not null)
        {
            _refusals.Add(refusal);
        }
    }

    public void Require(bool holds, Refusal otherwise) => Add(holds ? null : otherwise);

    /// <summary>A value that JSON or a cast let in although the enumeration does not have it.</summary>
    public void Known<TEnum>(TEnum value, string field)
        where TEnum : struct, Enum => Require(Enum.IsDefined(value), CommonRefusals.InvalidValue(field));

    public void Id(string id, params IReadOnlyList<string> path) =>
        Require(Identifier.IsValid(id), CommonRefusals.InvalidId(path));

    public void Year(string year, string field) =>
        Require(FinancialYear.TryParse(year, out _), CommonRefusals.InvalidYear(field));

    /// <summary>A line that must be there.</summary>
    public string Line(string text, int charactersMax, params IReadOnlyList<string> path)
    {
        var line = FreeText.Line(text, charactersMax, path);
        Add(line.Fault ?? (line.Value.Length == 0 ? CommonRefusals.TextRequired(path) : null));
        return line.Value;
    }

    /// <summary>Paragraphs that must be there.</summary>
    public string Paragraphs(string text, int charactersMax, params IReadOnlyList<string> path)
    {
        var paragraphs = FreeText.Paragraphs(text, charactersMax, path);
        Add(paragraphs.Fault ?? (paragraphs.Value.Length == 0 ? CommonRefusals.TextRequired(path) : null));
        return paragraphs.Value;
    }

    /// <summary>A line that may be left out: null when it is, or is blank.</summary>
    public string? OptionalLine(string? text, int charactersMax, params IReadOnlyList<string> path) =>
        Optional(FreeText.Line(text ?? "", charactersMax, path));

    /// <summary>Paragraphs that may be left out: null when they are, or are blank.</summary>
    public string? OptionalParagraphs(string? text, int charactersMax, params IReadOnlyList<string> path) =>
        Optional(FreeText.Paragraphs(text ?? "", charactersMax, path));

    /// <summary>Several lines, each of which must hold text.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<string> texts, int most, int charactersMax, string field)
    {
        if (texts.Count > most)
        {
            Add(CommonRefusals.TooMany("entries", most, field));
            return [];
        }

        return [.. texts.Select((text, index) => Line(text, charactersMax, field, $"{index}"))];
    }

    private string? Optional(FreeText text)
    {
        Add(text.Fault);
        return text.Value.Length == 0 ? null : text.Value;
    }
}
