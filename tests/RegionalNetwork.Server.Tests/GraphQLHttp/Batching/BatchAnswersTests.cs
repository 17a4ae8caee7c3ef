using System.Buffers;
using System.Text;
using RegionalNetwork.Server.GraphQLHttp.Batching;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Batching;

public sealed class BatchAnswersTests
{
    private readonly ArrayBufferWriter<byte> _output = new();

    private string Written => Encoding.UTF8.GetString(_output.WrittenSpan);

    [Fact]
    public void Answers_that_fill_the_limit_exactly_all_have_room()
    {
        var answers = new BatchAnswers(_output, 4);
        answers.Add("{}"u8);
        answers.Add("{}"u8);
        answers.Complete();

        Assert.Equal(("[{},{}]", false), (Written, answers.IsFull));
    }

    [Fact]
    public void An_answer_one_byte_past_the_limit_is_left_out_and_says_that_it_was_executed()
    {
        var answers = new BatchAnswers(_output, 3);
        answers.Add("{}"u8);
        answers.Add("{}"u8);
        answers.RefuseForSpace();
        answers.Complete();

        Assert.True(answers.IsFull);
        Assert.StartsWith("""[{},{"data":null,"errors":[{"message":"This request was executed""", Written);
        Assert.Contains(""",{"errors":[{"message":"This request was not executed""", Written, StringComparison.Ordinal);
    }
}
