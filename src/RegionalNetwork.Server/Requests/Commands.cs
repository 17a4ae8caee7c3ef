using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Grains;

namespace RegionalNetwork.Server.Requests;

/// <summary>Sends a mutation's command and waits until what it wrote can be read.</summary>
internal static class Commands
{
    private static readonly Refusal InvalidCommandId = new(
        "COMMAND_ID_INVALID",
        "Give a commandId of 1 to 128 visible ASCII characters without spaces, such as a UUID.",
        "input",
        "commandId"
    );

    /// <param name="key">Of the thing that is to change, as the client gave it.</param>
    /// <param name="fields">Where problems are to point.</param>
    /// <param name="send">Sends the command; gets the grains, the caller and the command id.</param>
    public static async Task<CommandOutcome> RunAsync(
        ResolverContext context,
        string commandId,
        string key,
        InputFields fields,
        Func<NetworkGrains, Actor, string, CancellationToken, Task<GrainReply<Refusal>>> send
    )
    {
        if (!CommandId.IsValid(commandId))
        {
            return new CommandOutcome([InvalidCommandId], null);
        }

        // A grain's key is written down for ever: what cannot be one does not get that far.
        if (fields.FaultOfKey(key) is { } invalidKey)
        {
            return new CommandOutcome([invalidKey], null);
        }

        var request = context.Network();
        GrainReply<Refusal> reply;
        try
        {
            reply = await send(request.Host.Grains, context.ActingActor(), commandId, context.CancellationToken);
        }
        catch (GrainBusyException busy)
        {
            throw new GraphQLFieldException(busy.Message, "BUSY");
        }
        catch (JournalUnavailableException unavailable)
        {
            throw new GraphQLFieldException(
                $"The journal cannot be written for now ({Reason(unavailable)}). Nothing that was acknowledged is lost. Send the same command again, with the same commandId.",
                "JOURNAL_UNAVAILABLE"
            );
        }
        catch (Exception fault) when (NodeCondition.NewerEvent(fault) is { } condition)
        {
            throw new GraphQLFieldException(condition.Message, condition.Code);
        }

        if (reply is GrainReply<Refusal>.Refused refused)
        {
            if (refused.Refusals.FirstOrDefault(one => CommonRefusals.IsOfPermission(one.Code)) is { } notPermitted)
            {
                request.RecordRefusal(notPermitted.Code);
            }

            return new CommandOutcome([.. refused.Refusals.Select(fields.Place)], null);
        }

        await ReachAsync(request, reply.Position, context.CancellationToken);
        return new CommandOutcome([], reply.Position.ToString());
    }

    private static async Task ReachAsync(
        NetworkRequest request,
        JournalPosition position,
        CancellationToken cancellation
    )
    {
        try
        {
            await request.ReachAsync(position, cancellation);
        }
        catch (ProjectionFaultedException)
        {
            throw new GraphQLFieldException(
                $"The command is recorded, at position {position}, but this node can follow the journal no more and cannot show it. Ask "
                    + "another node; the same command sent there again, with the same commandId, changes nothing twice.",
                NodeCondition.Stopped.Code
            );
        }
    }

    /// <summary>A code for a new thing, from the command's own id, so that the command sent again names the same thing.</summary>
    public static string NewCode(string prefix, string commandId)
    {
        const int HashBytesKept = 8;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(commandId));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}-{Convert.ToHexStringLower(hash, 0, HashBytesKept)}"
        );
    }

    private static string Reason(JournalUnavailableException unavailable) =>
        unavailable.Reason switch
        {
            JournalUnavailableReason.Full => "its disk is full",
            JournalUnavailableReason.Locked => "another process holds it",
            _ => "it cannot be reached",
        };
}

/// <summary>How a command ended, in the words of a payload.</summary>
/// <param name="Position">Null exactly when there are problems.</param>
internal sealed record CommandOutcome(IReadOnlyList<Refusal> Problems, string? Position)
{
    public bool Succeeded => Position is not null;
}
