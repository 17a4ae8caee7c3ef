using Google.Protobuf;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>
/// One message of Protocol Buffers, read without its definition: https://protobuf.dev/programming-guides/encoding/. Numbers of fields
/// are those of https://github.com/open-telemetry/opentelemetry-proto.
/// </summary>
internal sealed class WireMessage
{
    private readonly List<(int Number, ByteString? Bytes, ulong Value)> _fields = [];

    private WireMessage(CodedInputStream input)
    {
        while (input.ReadTag() is > 0 and var tag)
        {
            var number = WireFormat.GetTagFieldNumber(tag);
            _fields.Add(
                WireFormat.GetTagWireType(tag) switch
                {
                    WireFormat.WireType.LengthDelimited => (number, input.ReadBytes(), 0),
                    WireFormat.WireType.Fixed64 => (number, null, input.ReadFixed64()),
                    WireFormat.WireType.Fixed32 => (number, null, input.ReadFixed32()),
                    _ => (number, null, input.ReadUInt64()),
                }
            );
        }
    }

    public static WireMessage Read(byte[] bytes)
    {
        using var input = new CodedInputStream(bytes);
        return new WireMessage(input);
    }

    /// <summary>The messages at a path of field numbers.</summary>
    public IEnumerable<WireMessage> At(params ReadOnlySpan<int> path)
    {
        var number = path[0];
        var here = _fields
            .Where(field => field.Number == number && field.Bytes is not null)
            .Select(field => Read(field.Bytes!.ToByteArray()));
        if (path.Length == 1)
        {
            return here;
        }

        var rest = path[1..].ToArray();
        return here.SelectMany(message => message.At(rest));
    }

    public string Text(int number) => Find(number).Bytes?.ToStringUtf8() ?? string.Empty;

    public string Hex(int number) => Convert.ToHexStringLower(Find(number).Bytes is { } bytes ? bytes.Span : []);

    /// <summary>Eight bytes or a varint, 0 where there is none.</summary>
    public ulong Number(int number) => Find(number).Value;

    public bool Has(int number) => _fields.Exists(field => field.Number == number);

    /// <summary>Key and value of each attribute, the value as text.</summary>
    public IReadOnlyDictionary<string, string> Attributes(int number) =>
        At(number).ToDictionary(pair => pair.Text(1), pair => pair.At(2).FirstOrDefault()?.Scalar() ?? string.Empty);

    private (int Number, ByteString? Bytes, ulong Value) Find(int number) =>
        _fields.Find(field => field.Number == number);

    private string Scalar() => Has(1) ? Text(1) : Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
