using System.Buffers;
using BenchmarkDotNet.Attributes;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Performance;

/// <summary>
/// What authorisation costs a cached query: a council's profile, whose priorities and workstreams are asked for one by one whether
/// the caller sees them. The answer has the same bytes each time.
/// </summary>
public class Authorisation
{
    private const string Wolverhampton = "E08000031";

    private static readonly Caller Somebody = Caller.Assuming(
        new Actor(
            "psw",
            [
                new Grant(Role.RegionalChair, Place.Network("west-midlands")),
                new Grant(Role.PrincipalSocialWorker, Place.Council(Wolverhampton)),
            ]
        )
    );

    private readonly ArrayBufferWriter<byte> _output = new(1024 * 1024);
    private readonly GraphQLRequest _request = NetworkRequests.Of(NetworkRequestName.CouncilProfile);
    private MeasuredNetwork _public = null!;
    private MeasuredNetwork _unpublished = null!;

    [GlobalSetup]
    public void Open()
    {
        _public = MeasuredNetwork.OpenAsync(Audience.Public).GetAwaiter().GetResult();
        _unpublished = MeasuredNetwork.OpenAsync(Audience.Network).GetAwaiter().GetResult();
        int[] lengths = [LengthOf(PublicToAnybody), LengthOf(PublicToSomebody), LengthOf(UnpublishedToItsOwn)];
        if (lengths.Distinct().Count() != 1)
        {
            throw new InvalidOperationException($"The answers differ: {string.Join(", ", lengths)} bytes.");
        }
    }

    [GlobalCleanup]
    public void Close()
    {
        _public.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _unpublished.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Everything is public: the audience function is asked and answers at once.</summary>
    [Benchmark(Baseline = true)]
    public ValueTask<ExecutionResult> PublicToAnybody() => Answer(_public, Caller.Anonymous);

    /// <summary>The same for somebody with two roles.</summary>
    [Benchmark]
    public ValueTask<ExecutionResult> PublicToSomebody() => Answer(_public, Somebody);

    /// <summary>Nothing is public: roles are found in the snapshot, and each thing is compared with them.</summary>
    [Benchmark]
    public ValueTask<ExecutionResult> UnpublishedToItsOwn() => Answer(_unpublished, Somebody);

    private ValueTask<ExecutionResult> Answer(MeasuredNetwork network, Caller caller)
    {
        _output.ResetWrittenCount();
        return network.Executor.ExecuteAsync(_request, network.NewContext(caller), _output, CancellationToken.None);
    }

    private int LengthOf(Func<ValueTask<ExecutionResult>> answer)
    {
        answer().AsTask().GetAwaiter().GetResult();
        return _output.WrittenCount;
    }
}
