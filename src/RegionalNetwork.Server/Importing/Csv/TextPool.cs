namespace RegionalNetwork.Server.Importing.Csv;

/// <summary>Each distinct cell text once, with a number; the number 0 is the empty text.</summary>
internal sealed class TextPool
{
    public const int Empty = 0;

    private readonly Dictionary<string, int> _numbers = new(new Utf8TextComparer());
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;
    private readonly List<string> _texts = [];

    public TextPool()
    {
        _byBytes = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
        Intern([]);
    }

    public int Count => _texts.Count;

    public string this[int number] => _texts[number];

    public int Intern(ReadOnlySpan<byte> utf8)
    {
        if (_byBytes.TryGetValue(utf8, out var number))
        {
            return number;
        }

        number = _texts.Count;
        _byBytes.TryAdd(utf8, number);
        _byBytes.TryGetValue(utf8, out var text, out _);
        _texts.Add(text!);
        return number;
    }
}
