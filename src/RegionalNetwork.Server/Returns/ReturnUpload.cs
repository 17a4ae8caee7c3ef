using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Importing.Csv;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Returns;

/// <summary>
/// <c>POST /returns/COLLECTION</c>: a form with the file <c>data</c>, <c>council</c> and <c>period</c>; if wanted, a <c>reason</c>, which
/// restates an approved return, <c>explanations</c> as a JSON list, and <c>submit=true</c>. 200 with the draft and its warnings, or
/// 422 with every fault.
/// </summary>
internal sealed class ReturnUpload(NetworkHost network, ILogger log)
{
    public async Task PostAsync(HttpContext http)
    {
        var (caller, refusal) = await Uploads.FindCallerAsync(
            http,
            "the council's data officer or Principal Social Worker"
        );
        if (caller is null)
        {
            await WriteAsync(http, refusal!);
            return;
        }

        var (form, formRefusal) = await Uploads.ReadFormAsync(http, HttpLimits.ReturnRequestBytes);
        if (form is null)
        {
            await WriteAsync(http, formRefusal!);
            return;
        }

        try
        {
            var (status, answer) = await EnterAsync(http, caller, form);
            if (status is not (StatusCodes.Status200OK or StatusCodes.Status403Forbidden))
            {
                Uploads.RecordRefusal(http, answer.Faults.Count == 1 ? answer.Faults[0].Code : Uploads.FileFaulty);
            }

            PositionHeaders.Tell(http.Response, network.Projection.Current.Position);
            await ReturnEndpoints.WriteAsync(http, status, answer);
        }
        catch (Exception fault) when (fault is JournalUnavailableException or GrainBusyException)
        {
            LogMessages.ImportFailed(log, fault);
            await WriteAsync(
                http,
                new UploadRefusal(
                    StatusCodes.Status503ServiceUnavailable,
                    "JOURNAL_UNAVAILABLE",
                    "The journal cannot be written for now. Nothing that was acknowledged is lost. Send the file again later."
                )
            );
        }
    }

    private async Task<(int Status, ReturnAnswer Answer)> EnterAsync(
        HttpContext http,
        Caller caller,
        IFormCollection form
    )
    {
        var (address, problems) = ReturnEndpoints.AddressOf(
            network,
            http,
            form["council"].ToString(),
            form["period"].ToString()
        );
        if (address is null)
        {
            return (StatusCodes.Status404NotFound, ReturnAnswer.Refused(problems));
        }

        var request = new NetworkRequest(network, caller) { Http = http };
        var actor = request.ActingActor!;
        // Who may not enter is told nothing of the file either.
        if (!ReturnEntry.IsPermitted(address.Key, address.Collection.Scope, actor))
        {
            request.RecordRefusal(ReturnEntry.NotPermitted.Code);
            return (StatusCodes.Status403Forbidden, ReturnAnswer.Refused([ReturnEntry.NotPermitted]));
        }

        if (address.FaultOfPlace(request.Snapshot.FederationMembers) is { } elsewhere)
        {
            return (StatusCodes.Status422UnprocessableEntity, ReturnAnswer.Refused([elsewhere]));
        }

        if (form.Files["data"] is not { } file || ExplanationsOf(form) is not { } explanations)
        {
            return (
                StatusCodes.Status400BadRequest,
                ReturnAnswer.Refused(
                    "DATA_MISSING",
                    "Send the file as data; explanations, if there are any, as a JSON list of field, item and text."
                )
            );
        }

        await using var content = file.OpenReadStream();
        if (SourceBytes.Read(content, ReturnCsv.BytesMax) is not { } bytes)
        {
            return (
                StatusCodes.Status413PayloadTooLarge,
                ReturnAnswer.Refused(
                    "FILE_TOO_LARGE",
                    $"A return has at most {ReturnCsv.BytesMax:N0} bytes. Check the file."
                )
            );
        }

        var read = ReturnFile.Read(request.Snapshot, address, bytes, explanations);
        if (read.Entry is not { } entry)
        {
            return (
                StatusCodes.Status422UnprocessableEntity,
                ReturnAnswer.Refused([.. read.Faults.Select(ReturnProblem.Of)])
            );
        }

        ReturnCommand command = form["reason"] is [{ Length: > 0 } reason]
            ? new RestateReturn(address.Key, entry, reason)
            : new EnterReturn(address.Key, entry);
        var refusals = await SendAsync(request, actor, command, http.RequestAborted);
        if (refusals.Count == 0 && form["submit"] == "true")
        {
            refusals = await SubmitAsync(request, actor, address, http.RequestAborted);
        }

        return refusals.Count > 0
            ? (StatusCodes.Status422UnprocessableEntity, ReturnAnswer.Refused(refusals))
            : (StatusCodes.Status200OK, ReturnAnswer.Of(request.Snapshot.Returns.Find(address.Key)!));
    }

    /// <summary>Entered it is: warnings to explain are no refusal, they stand in the answer.</summary>
    private async Task<IReadOnlyList<Refusal>> SubmitAsync(
        NetworkRequest request,
        Actor actor,
        ReturnAddress address,
        CancellationToken cancellation
    )
    {
        var command = new SubmitReturn(address.Key, address.Collection.Scope, []);
        var refusals = await SendAsync(request, actor, command, cancellation);
        return [.. refusals.Where(one => one.Code != ReturnRefusals.UnexplainedCode)];
    }

    /// <summary>Sends a command and moves the request on to the snapshot that includes it.</summary>
    private async Task<IReadOnlyList<Refusal>> SendAsync(
        NetworkRequest request,
        Actor actor,
        ReturnCommand command,
        CancellationToken cancellation
    )
    {
        var reply = await network.Grains.SendAsync(actor, $"upload-{Guid.CreateVersion7():N}", command, cancellation);
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            return refused.Refusals;
        }

        await request.ReachAsync(reply.Position, cancellation);
        return [];
    }

    /// <summary>None where there are none; null where they cannot be read.</summary>
    private static IReadOnlyList<Explanation>? ExplanationsOf(IFormCollection form)
    {
        if (form["explanations"] is not [{ Length: > 0 } json])
        {
            return [];
        }

        try
        {
            var inputs = JsonSerializer.Deserialize(json, ReturnJson.Default.IReadOnlyListExplanationInput);
            return
                inputs is null || inputs.Any(input => input is not { Field: not null, Item: not null, Text: not null })
                ? null
                : ExplanationInput.All(inputs);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task WriteAsync(HttpContext http, UploadRefusal refusal) =>
        ReturnEndpoints.WriteAsync(http, refusal.Status, ReturnAnswer.Refused(refusal.Code, refusal.Message));
}
