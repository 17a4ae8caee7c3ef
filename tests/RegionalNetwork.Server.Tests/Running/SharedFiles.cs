using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>The real public files beside the repository. A test that needs one is skipped, with the reason, without it.</summary>
internal static class SharedFiles
{
    public const string Workforce = "csww_indicators_2017_to_2023.csv";

    public static string PathOf(string file)
    {
        var path = Path.Combine(Repository.RequireShared("data"), file);
        Assert.SkipUnless(File.Exists(path), $"../shared/data/{file} is not beside the repository: nothing was checked.");
        return path;
    }

    public static byte[] Bytes(string file) => File.ReadAllBytes(PathOf(file));
}
