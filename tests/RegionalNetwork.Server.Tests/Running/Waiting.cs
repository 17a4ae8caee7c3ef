using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.Running;

internal static class Waiting
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Asks again and again until the answer holds a text; the last question is asked a second after the first.</summary>
    public static async Task SeesWithinASecondAsync(this NetworkClient client, string document, string text)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var isLast = watch.Elapsed >= Second;
            var answer = await client.ReadAsync(document);
            if (answer.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            Assert.False(isLast, $"Not seen within a second: {text} in {answer}");
        }
    }
}
