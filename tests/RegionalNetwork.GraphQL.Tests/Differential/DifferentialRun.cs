using System.Text.Json;
using RegionalNetwork.GraphQL.Tests.Conformance;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>Compares case after case and keeps what differs.</summary>
internal sealed class DifferentialRun
{
    private readonly SortedDictionary<string, int> _stages = new(StringComparer.Ordinal);
    private int _explained;
    private string _sdl = "";
    private bool _isAsync;
    private EngineAnswer? _engine;

    public int Compared { get; private set; }

    /// <summary>Each whole: schema, request, both answers.</summary>
    public List<string> Differences { get; } = [];

    public string Summary =>
        $"{Compared} cases compared with graphql-js, {_explained} deviate with a reason, "
        + $"{Differences.Count} differ ("
        + string.Join(", ", _stages.Select(stage => $"{stage.Value} {stage.Key}"))
        + ")";

    public async Task Compare(JsonElement item, CancellationToken cancellationToken)
    {
        Compared++;
        var answer = item.GetProperty("answer");
        var isSchema = item.TryGetProperty("sdl", out var sdl);
        var stage = $"{(isSchema ? "schemas" : "requests")} to {answer.GetProperty("stage").GetString()}";
        _stages[stage] = _stages.GetValueOrDefault(stage) + 1;
        if (isSchema)
        {
            (_sdl, _isAsync, _engine) = (ConformanceFiles.Text(sdl), item.GetProperty("isAsync").GetBoolean(), null);
            Note(_sdl, SchemaAnswer.Expected(answer), SchemaAnswer.Of(_sdl), answer);
        }
        else
        {
            _engine ??= new EngineAnswer(_sdl, _isAsync);
            Note($"{_sdl}\n{item}", EngineAnswer.Expected(answer), await _engine.To(item, cancellationToken), answer);
        }
    }

    /// <summary>Where the reference broke, or says less than this engine on purpose, not breaking is all that is asked.</summary>
    private static bool IsAnswered(JsonElement answer) =>
        answer.GetProperty("stage").GetString() is not ("none" or "executable");

    private void Note(string item, string expected, string actual, JsonElement answer)
    {
        if (expected == actual || !IsAnswered(answer))
        {
            return;
        }

        if (DifferentialDeviations.Explain(item, expected, actual))
        {
            _explained++;
        }
        else
        {
            Differences.Add($"{item}\nexpected\n{expected}\nbut got\n{actual}");
        }
    }
}
