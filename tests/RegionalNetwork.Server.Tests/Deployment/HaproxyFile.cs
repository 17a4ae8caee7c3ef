using System.Globalization;
using System.Text.RegularExpressions;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>A file of <c>deploy/haproxy</c>, and copies of it for this machine, each with one certificate for all its sides.</summary>
internal sealed partial class HaproxyFile(string name)
{
    private const string Certificates = "/etc/haproxy/";

    public string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "deploy/haproxy", name));

    /// <summary>The last word of the line that begins so, which there is once.</summary>
    public string Setting(string beginning) =>
        Text.Split('\n')
            .Select(line => line.Trim())
            .Single(line => line.StartsWith(beginning + ' ', StringComparison.Ordinal))[(beginning.Length + 1)..];

    /// <summary>A duration such as <c>10s</c>.</summary>
    public TimeSpan Seconds(string beginning) =>
        TimeSpan.FromSeconds(int.Parse(Setting(beginning).TrimEnd('s'), CultureInfo.InvariantCulture));

    /// <summary>With the certificate, and otherwise as it is.</summary>
    public string WithCertificate(string pem) => CertificatePath().Replace(Text, pem);

    /// <summary>
    /// With the certificate, and with other addresses; without what needs rights or many open files on this machine; its log on the standard output.
    /// </summary>
    public string On(string pem, params (string There, string Here)[] addresses)
    {
        var text = NeedsRights()
            .Replace(WithCertificate(pem), "")
            .Replace("/dev/log", "stdout format raw", StringComparison.Ordinal);
        foreach (var (there, here) in addresses)
        {
            Assert.Contains(there, text, StringComparison.Ordinal);
            text = text.Replace(there, here, StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex($"{Certificates}[a-z.-]+(pem|/)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CertificatePath();

    [GeneratedRegex(
        "^    (chroot|user|group|stats socket|maxconn) .*\n",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex NeedsRights();
}
