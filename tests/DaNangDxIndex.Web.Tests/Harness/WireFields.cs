using System.Text;

namespace DaNangDxIndex.Harness;

/// <summary>Reads a protobuf message without its schema: the fields by their numbers, in order.</summary>
internal sealed class WireFields
{
    private readonly List<(int Number, ulong Value, byte[]? Bytes)> _fields = [];

    public WireFields(ReadOnlySpan<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var (number, type) = ((int)(key >> 3), (int)(key & 7));
            _fields.Add(type switch
            {
                0 => (number, Varint(message, ref at), null),
                1 => (number, BitConverter.ToUInt64(Take(message, ref at, 8)), null),
                2 => (number, 0, Take(message, ref at, checked((int)Varint(message, ref at))).ToArray()),
                5 => (number, BitConverter.ToUInt32(Take(message, ref at, 4)), null),
                _ => throw new InvalidDataException($"The wire has no type {type}."),
            });
        }
    }

    public IEnumerable<WireFields> Each(int number) => Bytes(number).Select(bytes => new WireFields(bytes));

    public string Text(int number) => Bytes(number).Select(Encoding.UTF8.GetString).FirstOrDefault() ?? "";

    public byte[] Raw(int number) => Bytes(number).FirstOrDefault() ?? [];

    public ulong Number(int number) => _fields.FirstOrDefault(field => field.Number == number).Value;

    public bool Has(int number) => _fields.Any(field => field.Number == number);

    private IEnumerable<byte[]> Bytes(int number) => _fields.Where(field => field.Number == number).Select(field => field.Bytes ?? []);

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> message, ref int at, int length)
    {
        at += length;
        return message[(at - length)..at];
    }
}
