using System.Buffers;
using BenchmarkDotNet.Attributes;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Execution.Plans;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.Validation;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Performance;

/// <summary>The stages that one document goes through, each by itself.</summary>
public class EngineStages
{
    private const string SmallQuery = "{ council(code: \"E08000031\") { code name } }";

    private readonly ArrayBufferWriter<byte> _output = new(1024 * 1024);
    private MeasuredNetwork _network = null!;
    private NetworkRequest _context = null!;
    private GraphQLRequest _request = null!;
    private PreparedRequest _prepared = null!;
    private DocumentNode _document = null!;
    private BoundSchema _schema = null!;

    public enum DocumentName
    {
        Small,
        Introspection,
    }

    [ParamsAllValues]
    public DocumentName Document { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _network = MeasuredNetwork.OpenAsync().GetAwaiter().GetResult();
        _context = _network.NewContext();
        _schema = _network.Schema;
        _request = new GraphQLRequest(
            Document == DocumentName.Small ? SmallQuery : IntrospectionQuery.Text,
            null,
            null
        );
        _document = Parser.Parse(_request.Query);
        _prepared = _network.Executor.Prepare(_request);
        _network.CheckAnswerAsync(_request).GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public void Close() => _network.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public object Parse() => Parser.Parse(_request.Query);

    [Benchmark]
    public int Validate() => DocumentValidator.Validate(_document, _schema.Schema, ValidationLimits.Request).Count;

    /// <summary>To a plan, from a document that was parsed and validated.</summary>
    [Benchmark]
    public object Compile() => Plan();

    /// <summary>With the plan at hand: resolvers and writing, into a buffer.</summary>
    [Benchmark]
    public ValueTask<ExecutionResult> Execute()
    {
        _output.ResetWrittenCount();
        return _network.Executor.ExecuteAsync(_prepared, _context, _output, CancellationToken.None);
    }

    private ExecutionPlan Plan()
    {
        var node = _document.Definitions.OfType<OperationDefinitionNode>().Single();
        var operation = new Operation(_schema, _document, node);
        return operation.Plan(VariableValues.None, GraphQL.Limits.MaxPlanFields);
    }
}
