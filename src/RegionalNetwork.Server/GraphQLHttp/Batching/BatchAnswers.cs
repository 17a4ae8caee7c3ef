using System.Buffers;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.Server.GraphQLHttp.Batching;

/// <summary>The answers of a batch as one JSON array, in the order of its requests and within a limit of bytes.</summary>
/// <param name="output">Where the array is written.</param>
/// <param name="maxBytes">Of the answers together. What comes in place of an answer that is left out does not count.</param>
internal sealed class BatchAnswers(IBufferWriter<byte> output, int maxBytes)
{
    private const string LimitExceeded = ErrorCodes.LimitExceeded;

    private int _bytes;
    private int _answers;

    /// <summary>Whether an answer had no room: what comes after it is not to be executed.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Adds an answer, or, where there is no room for it, an error that says that it was executed.</summary>
    public void Add(ReadOnlySpan<byte> answer)
    {
        if (answer.Length > maxBytes - _bytes)
        {
            IsFull = true;
            Separate();
            output.Write("{\"data\":null,"u8);
            var error = new ArrayBufferWriter<byte>();
            ErrorResponse.Write([Error("This request was executed, but its answer has no room in the batch.")], error);
            output.Write(error.WrittenSpan[1..]);
            return;
        }

        _bytes += answer.Length;
        Separate();
        output.Write(answer);
    }

    /// <summary>Adds an error in place of an answer.</summary>
    public void Refuse(GraphQLError error)
    {
        Separate();
        ErrorResponse.Write([error], output);
    }

    /// <summary>Adds what is said of a request that comes after the batch is full.</summary>
    public void RefuseForSpace() =>
        Refuse(Error("This request was not executed: the answers before it fill the batch."));

    public void Complete() => output.Write(_answers == 0 ? "[]"u8 : "]"u8);

    private GraphQLError Error(string sentence) =>
        new($"{sentence} Answers together may have {maxBytes} bytes: send fewer at once.", [], null, LimitExceeded);

    private void Separate() => output.Write(_answers++ == 0 ? "["u8 : ","u8);
}
