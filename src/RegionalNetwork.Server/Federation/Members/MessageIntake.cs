using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Returns;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>
/// Carries out a message of a member as a command of this hub's own, with every check that an upload gets. The command's id is made of
/// the member and the number, so that a message that comes twice happens once.
/// </summary>
internal sealed class MessageIntake(NetworkHost network)
{
    /// <summary>Takes the message, or puts it in quarantine.</summary>
    /// <param name="member">As the snapshot has it, which includes all messages before this one.</param>
    /// <returns>Null where it was taken or put in quarantine; otherwise why the hub cannot go on.</returns>
    public async Task<Refusal?> TakeAsync(FederationMember member, BatchMessage message, CancellationToken cancellation)
    {
        var id = $"federation-{member.Code}.{member.Enrolments}-{message.Number}";
        var (key, send, reasons) = Read(member, message);
        if (send is not null)
        {
            var reply = await send(member.Actor, id, cancellation);
            if (reply is GrainReply<Refusal>.Refused refused)
            {
                reasons = [.. refused.Refusals.Select(QuarantineReasons.Of)];
            }

            await network.Projection.WaitForAsync(reply.Position, cancellation);
        }

        var taken = await network.Grains.SendAsync(
            member.Actor,
            id,
            new TakeMessage(member.Code, member.Enrolments, message.Number, key, reasons),
            cancellation
        );
        await network.Projection.WaitForAsync(taken.Position, cancellation);
        return taken is GrainReply<Refusal>.Refused stopped ? stopped.Refusals[0] : null;
    }

    /// <summary>The command that a message leads to; none for a void one, and none with the reasons for what cannot be read.</summary>
    private Meaning Read(FederationMember member, BatchMessage message)
    {
        if (message.Kind == BatchMessageKind.Void)
        {
            return new Meaning("", null, []);
        }

        if (message.Kind is BatchMessageKind.PriorityShown or BatchMessageKind.PriorityHidden)
        {
            return ReadPriority(member, message);
        }

        if (message.Kind == BatchMessageKind.Sums)
        {
            return ReadSums(member, message);
        }

        if (AddressOf(message.Return) is not { } address)
        {
            return new Meaning("", null, [QuarantineReasons.ReturnUnknown]);
        }

        var key = address.Key.ToString();
        // Of what it may not send, a node is told nothing more.
        if (ReceiveReturn.FaultOf(address.Key, member, member.Actor) is { } fault)
        {
            return new Meaning(key, null, [QuarantineReasons.Of(fault)]);
        }

        if (message.Kind == BatchMessageKind.Withdrawn)
        {
            return new Meaning(key, Sending(new ReceiveWithdrawal(address.Key, address.Collection.Scope, member)), []);
        }

        var (command, reasons) = ReadRelease(member, address, message);
        return new Meaning(key, command is null ? null : Sending(command), reasons);
    }

    private Meaning ReadSums(FederationMember member, BatchMessage message)
    {
        if (
            SumsAddress.Find(message.Return) is not { } address
            || network.TableSchemas.Collections.Find(address.Collection) is not { } collection
            || ReturnPeriod.Find(collection, address.Period) is null
        )
        {
            return new Meaning("", null, [QuarantineReasons.ReturnUnknown]);
        }

        var key = address.ToString();
        if (ReceiveSums.FaultOf(address.Region, member, member.Actor) is { } fault)
        {
            return new Meaning(key, null, [QuarantineReasons.Of(fault)]);
        }

        if (message is not { Sums: { } sums, Version: { } version })
        {
            return new Meaning(key, null, [QuarantineReasons.SumsMissing]);
        }

        var returned = network.Projection.Current.Snapshot.Returned;
        if (version != collection.Version || !sums.All(sum => returned.Has(collection.Code, sum)))
        {
            return new Meaning(key, null, [QuarantineReasons.DefinitionsDiffer(collection)]);
        }

        var command = new ReceiveSums(address.Collection, address.Period, address.Region, sums, member);
        return new Meaning(key, Sending(command), []);
    }

    private Send Sending(ReturnCommand command) =>
        (actor, id, cancellation) => network.Grains.SendAsync(actor, id, command, cancellation);

    private Send Sending(RoundCommand command) =>
        (actor, id, cancellation) => network.Grains.SendAsync(actor, id, command, cancellation);

    private Send Sending(ICouncilCommand command) =>
        (actor, id, cancellation) => network.Grains.SendAsync(actor, id, command, cancellation);

    private Meaning ReadPriority(FederationMember member, BatchMessage message)
    {
        if (PriorityAddress.Find(message.Return) is not { } address)
        {
            return new Meaning("", null, [QuarantineReasons.PriorityUnknown]);
        }

        var key = address.ToString();
        return message.Kind == BatchMessageKind.PriorityHidden
                ? new Meaning(key, Sending(new ReceiveHiding(address.Council, address.Id, member)), [])
            : message.Priority is { } shown
                ? new Meaning(key, Sending(new ReceivePriority(address.Council, address.Id, shown, member)), [])
            : new Meaning(key, null, [QuarantineReasons.PriorityMissing]);
    }

    private (ReturnCommand? Command, IReadOnlyList<QuarantineReason> Reasons) ReadRelease(
        FederationMember member,
        ReturnAddress address,
        BatchMessage message
    )
    {
        if (message is not { Level: { } level, From: { } from, Table: { } table, Version: { } version })
        {
            return (null, [QuarantineReasons.Incomplete]);
        }

        if (version != address.Collection.Version)
        {
            return (null, [QuarantineReasons.DefinitionsDiffer(address.Collection)]);
        }

        var bytes = Encoding.UTF8.GetBytes(table);
        if (bytes.Length > ReturnCsv.BytesMax)
        {
            return (null, [QuarantineReasons.TooLarge]);
        }

        var file = ReturnFile.Read(
            network.Projection.Current.Snapshot,
            address,
            bytes,
            message.Explanations ?? [],
            isMasked: member.Owns.Regions().Any()
        );
        return file.Entry is { } entry
            ? (new ReceiveReturn(address.Key, entry, level, from, member), [])
            : (null, [.. file.Faults.Select(QuarantineReasons.Of)]);
    }

    private ReturnAddress? AddressOf(string text) =>
        ReturnKey.Find(text) is { } key
            ? ReturnAddress.Read(network.TableSchemas.Collections, key.Collection, key.Unit.Key, key.Period).Address
            : null;

    private delegate Task<GrainReply<Refusal>> Send(Actor member, string commandId, CancellationToken cancellation);

    /// <summary>What a message leads to: a command, reasons against it, or neither.</summary>
    private sealed record Meaning(string Key, Send? Send, IReadOnlyList<QuarantineReason> Reasons);
}
