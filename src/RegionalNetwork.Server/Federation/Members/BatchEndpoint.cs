using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>
/// <c>POST /federation/batches</c>: takes a member's next messages, in order and each once, and answers how far it got. What came
/// before is passed over; what comes too early is not taken.
/// </summary>
internal sealed class BatchEndpoint(NetworkHost network, NodeKey key, FederationReports reports, ILogger log)
{
    private readonly MemberRequests _requests = new(network, key);
    private readonly MessageIntake _intake = new(network);
    private readonly MemberTurns _turns = new(network.Journal);

    public async Task PostAsync(HttpContext http)
    {
        if (
            await _requests.ReadAsync(http) is not { } request
            || await RequestBody.ParseAsync(http, request.Body, FederationJson.Default.Batch) is not { } batch
        )
        {
            return;
        }

        if (FaultOf(batch) is { } fault)
        {
            await FederationAnswer.RefuseAsync(http, StatusCodes.Status400BadRequest, fault.Code, fault.Message);
            return;
        }

        try
        {
            await AnswerAsync(http, request, batch);
        }
        catch (Exception unavailable) when (unavailable is JournalUnavailableException or GrainBusyException)
        {
            LogMessages.ImportFailed(log, unavailable);
            await FederationAnswer.RefuseAsync(
                http,
                StatusCodes.Status503ServiceUnavailable,
                "JOURNAL_UNAVAILABLE",
                "The hub's journal cannot be written for now. Nothing that was acknowledged is lost. Send the batch again later.",
                FederationLimits.JournalWait
            );
        }
    }

    private async Task AnswerAsync(HttpContext http, MemberRequest request, Batch batch)
    {
        var member = request.Member.Code;
        await using var turn = await _turns.TryBeginAsync(member, http.RequestAborted);
        if (turn is null)
        {
            await RefuseBusyAsync(http);
            return;
        }

        using var span = Spans.Receive(http, member, batch.Messages.Count);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Lost, http.RequestAborted);
        BatchAnswer answer;
        try
        {
            answer = await TakeAsync(member, batch, either.Token);
        }
        catch (OperationCanceledException) when (turn.Lost.IsCancellationRequested)
        {
            // Another node may have the turn by now, and goes on from where this one got to.
            await RefuseBusyAsync(http);
            return;
        }

        await FederationAnswer.WriteAsync(http, key, member, request.Id, answer, FederationJson.Default.BatchAnswer);
    }

    private static Task RefuseBusyAsync(HttpContext http) =>
        FederationAnswer.RefuseAsync(
            http,
            StatusCodes.Status429TooManyRequests,
            "HUB_BUSY",
            "The hub works on other batches. Send this one again in a moment.",
            FederationLimits.BusyWait
        );

    /// <summary>What no node sends, whatever its version.</summary>
    private static FederationProblem? FaultOf(Batch batch) =>
        batch.Messages.Count > FederationLimits.BatchMessages
            ? new(
                "BATCH_TOO_LONG",
                $"A batch has at most {FederationLimits.BatchMessages} messages. Send the rest in further ones."
            )
        : batch.Last < 0
        || batch.Messages.Any(message => message is null || message.Number < 1 || !Enum.IsDefined(message.Kind))
        || batch.Messages.Any(HasGap)
            ? new(
                "BATCH_INVALID",
                "Number the messages from 1, each of a kind that there is, and leave no gap in a list."
            )
        : null;

    private static bool HasGap(BatchMessage message) =>
        message.Explanations?.Any(one => one is null) == true
        || message.Sums?.Any(one => one is null) == true
        || message.Priority?.InOrder.Any(one => one is null) == true
        || message.Priority?.Details.Themes.Further.Any(one => one is null) == true;

    private async Task<BatchAnswer> TakeAsync(string code, Batch batch, CancellationToken cancellation)
    {
        // What another node of this hub took a moment ago counts too.
        var head = await network.Journal.ReadChainHeadAsync(cancellation);
        await network.Projection.WaitForAsync(head.Position, cancellation);
        var problem = await TakeAllAsync(code, batch, cancellation);
        if (problem is null && batch.IsLeaving)
        {
            problem = await LeaveAsync(code, cancellation);
        }

        var member = Find(code);
        var reported = problem is null ? null : FederationProblem.Of(problem);
        reports.Tell(code, new MemberReport(network.Clock.GetUtcNow(), batch.Last, batch.BehindSince, reported));
        return new BatchAnswer(member.Acknowledged, member.Quarantined, reported);
    }

    private async Task<Refusal?> TakeAllAsync(string code, Batch batch, CancellationToken cancellation)
    {
        var enrolled = Find(code);
        if (enrolled.Enrolments != batch.Enrolment || !enrolled.IsEnrolled)
        {
            // The answer to leaving may have been lost on the way.
            return batch.IsLeaving && batch.Messages.Count == 0 ? null : FederationRefusals.NotMember();
        }

        foreach (var message in batch.Messages)
        {
            var member = Find(code);
            if (message.Number > member.Acknowledged + 1)
            {
                return FederationRefusals.OutOfOrder(member.Acknowledged);
            }

            if (
                message.Number > member.Acknowledged
                && await _intake.TakeAsync(member, message, cancellation) is { } problem
            )
            {
                return problem;
            }
        }

        return null;
    }

    private async Task<Refusal?> LeaveAsync(string code, CancellationToken cancellation)
    {
        var member = Find(code);
        var reply = await network.Grains.SendAsync(
            member.Actor,
            $"leave-{Guid.CreateVersion7():N}",
            new EndMembership(code),
            cancellation
        );
        await network.Projection.WaitForAsync(reply.Position, cancellation);
        return reply is GrainReply<Refusal>.Refused refused ? refused.Refusals[0] : null;
    }

    private FederationMember Find(string code) => network.Projection.Current.Snapshot.FederationMembers.Find(code)!;
}
