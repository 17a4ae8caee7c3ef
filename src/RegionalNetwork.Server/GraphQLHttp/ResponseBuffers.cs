using System.Buffers;
using System.Collections.Concurrent;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>Buffers for answers, used again and again: an answer is complete before its first byte is sent.</summary>
internal sealed class ResponseBuffers
{
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _idle = [];

    public ArrayBufferWriter<byte> Rent() => _idle.TryTake(out var buffer) ? buffer : new ArrayBufferWriter<byte>();

    public void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= HttpLimits.IdleResponseBufferBytes && _idle.Count < HttpLimits.IdleResponseBuffers)
        {
            buffer.ResetWrittenCount();
            _idle.Add(buffer);
        }
    }
}
