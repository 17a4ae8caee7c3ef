using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.Running;

internal static class Waiting
{
    /// <summary>It takes less than a second, but not on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan SightMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until the answer holds a text.</summary>
    public static async Task SeesAsync(this NetworkClient client, string document, string text)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var isLast = watch.Elapsed >= SightMax;
            var answer = await client.ReadAsync(document);
            if (answer.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            Assert.False(isLast, $"Not seen within {SightMax}: {text} in {answer}");
            await Task.Delay(LookInterval);
        }
    }
}
