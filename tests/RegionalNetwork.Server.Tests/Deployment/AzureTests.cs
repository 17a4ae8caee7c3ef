using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.CommandLine;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Stores;
using RegionalNetwork.Server.Telemetry;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;
using RegionalNetwork.Server.WebSurface;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>
/// <c>deploy/azure</c>, judged by the compiler that would send it to Azure, and held to the program that it runs. It is not executed:
/// that needs a subscription.
/// </summary>
public sealed class AzureTests(SharedPostgreSql shared) : IDisposable
{
    private const string App = "Microsoft.App/containerApps";
    private const string Job = "Microsoft.App/jobs";

    /// <summary>How long a process may take to close what it has open (Commands.cs).</summary>
    private static readonly TimeSpan CloseMax = TimeSpan.FromSeconds(10);

    private readonly Bicep _bicep = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _bicep.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Compiler_and_linter_find_nothing_and_files_are_formatted()
    {
        Assert.SkipUnless(Bicep.IsHere, Bicep.Missing);
        var files = _bicep.Read(".bicep");

        Assert.Equal((0, ""), await _bicep.RunAsync("lint", "--pattern", "*.bicep"));
        Assert.Equal((0, ""), await _bicep.RunAsync("lint", "example.bicepparam"));
        Assert.Equal((0, ""), await _bicep.RunAsync("format", "--pattern", "*.bicep"));
        Assert.Equal(files, _bicep.Read(".bicep"));
        TestContext.Current.SendDiagnosticMessage($"{files.Count} files of Bicep");
    }

    [Fact]
    public async Task Nodes_are_given_what_the_image_and_the_server_ask_for()
    {
        var resources = await ResourcesAsync("param isPrepared = true");
        var app = Properties(resources, App);
        var image = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "deploy/oci/build"),
            TestContext.Current.CancellationToken
        );
        var container = ContainerOf(app);
        var port = app.GetProperty("configuration").GetProperty("ingress").GetProperty("targetPort").GetInt32();

        Assert.Contains($"\"http://0.0.0.0:{port}\"", image, StringComparison.Ordinal);
        Assert.Equal(["Startup", "Readiness", "Liveness"], Probes(app).Select(probe => probe.Type));
        Assert.All(Probes(app), probe => Assert.Equal(port, probe.Port));
        var mounts = container
            .GetProperty("volumeMounts")
            .EnumerateArray()
            .ToDictionary(each => each.Text("volumeName")!, each => each.Text("mountPath")!);
        Assert.Contains($"data={mounts["data"]}\n", image, StringComparison.Ordinal);
        Assert.True(app.GetProperty("template").GetProperty("scale").GetProperty("minReplicas").GetInt32() >= 2);

        var wait = app.GetProperty("template").GetProperty("terminationGracePeriodSeconds").GetInt32();
        var drain = int.Parse(Settings(app)["Drain__DelaySeconds"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(
            TimeSpan.FromSeconds(wait) >= TimeSpan.FromSeconds(drain) + NodeLimits.FinishMax + CloseMax,
            $"{wait} s are too short."
        );
    }

    [Fact]
    public async Task Every_setting_is_one_that_the_server_reads()
    {
        var resources = await ResourcesAsync("param isPrepared = true");
        string[] ofTheFramework = ["Logging__Console__FormatterName"];
        foreach (var kind in new[] { App, Job })
        {
            var settings = Settings(Properties(resources, kind));
            var asked = new AskedSettings(settings);
            var configuration = new ConfigurationBuilder().Add(asked).Build();

            _ = JournalOptions.At(_folder.Info, journal: null, configuration);
            SecuritySettings.Read(configuration, isDevelopment: false);
            TrustedProxies.Read(configuration);
            TelemetrySettings.Read(configuration);
            Drain.Read(configuration, isDevelopment: false);

            Assert.DoesNotContain(settings.Keys.Except(ofTheFramework), name => !asked.IsAsked(name));
            TestContext.Current.SendDiagnosticMessage($"{settings.Count} settings of {kind}");
        }
    }

    [Fact]
    public async Task Secrets_are_in_the_vault_for_those_who_read_them_and_the_next_wrapping_key_beside_the_first()
    {
        var resources = await ResourcesAsync(
            "param isPrepared = true",
            "param isWrappingKeyChanging = true",
            "param nextWrappingKey = 'for-tests-only'"
        );
        var kept = resources
            .Where(each => each.Text("type")! == "Microsoft.KeyVault/vaults/secrets")
            .Select(each => each.Text("name")!.Split('/')[1])
            .ToHashSet();
        foreach (var kind in new[] { App, Job })
        {
            var properties = Properties(resources, kind);
            var used = properties
                .GetProperty("configuration")
                .GetProperty("secrets")
                .EnumerateArray()
                .Select(each => each.Text("name")!)
                .ToArray();
            Assert.Subset(kept, used.ToHashSet());
            var identity = kind == App ? "-nodes'" : "-tasks'";
            Assert.All(used, name => Assert.Contains(resources, each => Grants(each, name, identity)));
            var mounted = properties
                .GetProperty("template")
                .GetProperty("volumes")
                .EnumerateArray()
                .Single(each => each.Text("storageType")! == "Secret")
                .GetProperty("secrets")
                .EnumerateArray()
                .Select(each => $"/mnt/secrets/{each.Text("path")!}");
            var files = new WrappingKeyFiles(Settings(properties)["Keys__WrappingFile"], MayMake: false);
            Assert.Equal([files.Path, files.Next], mounted);
        }

        Assert.DoesNotContain(resources, each => Grants(each, "journal-owner", "-nodes'"));
        var vault = Properties(resources, "Microsoft.KeyVault/vaults");
        Assert.True(vault.GetProperty("enablePurgeProtection").GetBoolean());
        Assert.Equal("Disabled", vault.Text("publicNetworkAccess")!);
    }

    [Fact]
    public async Task Task_prepares_a_database_and_a_server_with_the_settings_of_a_node_answers_each_probe()
    {
        var resources = await ResourcesAsync("param isPrepared = true");
        var (task, app) = (Properties(resources, Job), Properties(resources, App));
        var here = new Dictionary<string, string?>
        {
            ["Journal__PostgreSql"] = await shared.NewDatabaseAsync(),
            ["Keys__WrappingFile"] = Path.Combine(_folder.Path, "wrapping-key"),
            // Nobody listens there; what cannot be sent is dropped.
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9",
            ["ASPNETCORE_ENVIRONMENT"] = null,
        };
        await File.WriteAllTextAsync(
            here["Keys__WrappingFile"]!,
            Convert.ToBase64String(new byte[32]),
            TestContext.Current.CancellationToken
        );
        var arguments = ContainerOf(task).GetProperty("args").EnumerateArray().Select(each => each.GetString()!);

        var prepared = await CommandLineRun.OfAsync(
            [.. arguments.SkipLast(1), _folder.Path],
            With(Settings(task), here),
            workingFolder: _folder.Path
        );
        Assert.Equal((0, ""), (prepared.ExitCode, prepared.Error));
        await using var node = await ServerProcess.StartAsync(
            _folder.Path,
            ["--urls", "http://127.0.0.1:0"],
            With(Settings(app), here)
        );
        using var http = new HttpClient();
        foreach (var (_, path, _) in Probes(app))
        {
            using var answer = await http.GetAsync(new Uri(node.Address, path), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.False(File.Exists(WrappingKeyFiles.PathIn(_folder.Info)));
    }

    private static bool Grants(JsonElement resource, string secret, string identity) =>
        resource.Text("type")! == "Microsoft.Authorization/roleAssignments"
        && resource.Text("name")!.Contains($"/secrets/{secret}'", StringComparison.Ordinal)
        && resource.Text("name")!.Contains(identity, StringComparison.Ordinal);

    /// <summary>A secret's value is in the vault: whatever it is, it is one.</summary>
    private static Dictionary<string, string> Settings(JsonElement properties) =>
        ContainerOf(properties)
            .GetProperty("env")
            .EnumerateArray()
            .ToDictionary(
                each => each.Text("name")!,
                each => each.TryGetProperty("value", out var value) ? value.GetString()! : "key=value"
            );

    private static Dictionary<string, string?> With(
        Dictionary<string, string> settings,
        Dictionary<string, string?> here
    )
    {
        var all = settings.ToDictionary(each => each.Key, each => (string?)each.Value);
        foreach (var (name, value) in here.Where(each => each.Value is null || all.ContainsKey(each.Key)))
        {
            all[name] = value;
        }

        return all;
    }

    private static IEnumerable<(string Type, string Path, int Port)> Probes(JsonElement properties) =>
        ContainerOf(properties)
            .GetProperty("probes")
            .EnumerateArray()
            .Select(each =>
                (
                    each.Text("type")!,
                    each.GetProperty("httpGet").Text("path")!,
                    each.GetProperty("httpGet").GetProperty("port").GetInt32()
                )
            );

    private static JsonElement ContainerOf(JsonElement properties) =>
        properties.GetProperty("template").GetProperty("containers").EnumerateArray().Single();

    private static JsonElement Properties(JsonElement[] resources, string type) =>
        resources.Single(each => each.Text("type")! == type).GetProperty("properties");

    private Task<JsonElement[]> ResourcesAsync(params string[] parameters)
    {
        Assert.SkipUnless(Bicep.IsHere, Bicep.Missing);
        return _bicep.ResourcesAsync(parameters);
    }
}
