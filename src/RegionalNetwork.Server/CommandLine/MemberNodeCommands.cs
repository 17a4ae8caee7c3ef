using System.CommandLine;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>What an operator of a member node does: <c>federation join</c>, <c>federation resend</c> and <c>federation leave</c>.</summary>
internal static class MemberNodeCommands
{
    public static Command Join(JournalOptions journal)
    {
        var url = new Argument<string>("URL") { Description = "Where the hub is: https://hub.example.gov.uk." };
        var invitation = new Argument<string>("INVITATION")
        {
            Description = "What the operator of the hub handed over.",
        };
        var level = ReleaseLevelOption.Create();
        var command = new Command("join", "Makes this node a member of a hub; a running server begins to send at once.")
        {
            url,
            invitation,
            level,
        };
        command.SetAction(
            (parsed, cancellation) =>
                JoinAsync(
                    journal.Find(parsed),
                    HubAddress.Find(parsed.GetRequiredValue(url)),
                    HubInvitation.Find(parsed.GetRequiredValue(invitation)),
                    ReleaseLevelOption.Read(parsed.GetRequiredValue(level)),
                    cancellation
                )
        );
        return command;
    }

    public static Command Resend(JournalOptions journal)
    {
        var which = new Argument<string>("RETURN")
        {
            Description = "The return as federation status names it: agency.202526-Q1.E08000031.",
        };
        var command = new Command("resend", "Sends again what the hub put in quarantine and would take now.") { which };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    journal.Find(parsed),
                    new ResendReturn(parsed.GetRequiredValue(which)),
                    "It is queued again.",
                    cancellation
                )
        );
        return command;
    }

    public static Command Leave(JournalOptions journal)
    {
        var withdraw = new Option<bool>("--withdraw")
        {
            Description = "Have the hub withdraw what was sent. Rounds that it compiled before stay as they were.",
        };
        var now = new Option<bool>("--now")
        {
            Description = "Do not wait for a hub that does not answer; its operator removes this node there.",
        };
        var command = new Command(
            "leave",
            "Ends this node's membership of its hub. What was sent stays there, unless withdrawn."
        )
        {
            withdraw,
            now,
        };
        command.SetAction(
            (parsed, cancellation) =>
                parsed.GetValue(now)
                    ? RunAsync(journal.Find(parsed), new EndLink(IsForced: true), "This node has left.", cancellation)
                    : RunAsync(
                        journal.Find(parsed),
                        new LeaveHub(
                            parsed.GetValue(withdraw) ? LeavingHow.WhatWasSentIsWithdrawn : LeavingHow.WhatWasSentStays
                        ),
                        "Nothing new is sent. The running server tells the hub; federation status says when it has.",
                        cancellation
                    )
        );
        return command;
    }

    private static Task<int> JoinAsync(
        JournalPlace place,
        Uri? url,
        HubInvitation? invitation,
        ReleaseLevel level,
        CancellationToken cancellation
    )
    {
        if (url is null || invitation is null)
        {
            return Task.FromResult(
                OperatorRun.Refuse(
                    url is null
                        ? "Give the hub's address as https://hub.example.gov.uk. Only a hub on this machine may do without https."
                        : "This is no invitation. Copy the first line that federation invite printed at the hub."
                )
            );
        }

        return OperatorRun.Async(
            place,
            async host =>
            {
                using var key = NodeKey.Of(place);
                if (host.Projection.Current.Snapshot.FederationLink.Link is { IsJoined: true })
                {
                    throw new InvalidDataException(
                        "This node has a hub already. Leave that one first: federation leave."
                    );
                }

                var answer = await EnrolAsync(key, url, invitation, cancellation);
                var join = new JoinHub(
                    answer.Member,
                    answer.Enrolment,
                    url.AbsoluteUri,
                    answer.Key,
                    answer.Owns,
                    level
                );
                return (
                    host.Grains.SendAsync(LocalOperator.Actor, OperatorRun.NewId(), join, cancellation),
                    $"This node is {answer.Member} at {url}, for {string.Join(", ", answer.Owns.Select(owned => owned.Code))}. What its councils release to {level.ToString().ToLowerInvariant()} or further goes there."
                );
            },
            cancellation
        );
    }

    private static async Task<EnrolmentAnswer> EnrolAsync(
        NodeKey key,
        Uri url,
        HubInvitation invitation,
        CancellationToken cancellation
    )
    {
        using var client = new HubClient(key, TimeProvider.System);
        try
        {
            return await client.EnrolAsync(url, invitation, cancellation);
        }
        catch (HubException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static Task<int> RunAsync(
        JournalPlace place,
        LinkCommand command,
        string done,
        CancellationToken cancellation
    ) =>
        OperatorRun.Async(
            place,
            host =>
                Task.FromResult(
                    (host.Grains.SendAsync(LocalOperator.Actor, OperatorRun.NewId(), command, cancellation), done)
                ),
            cancellation
        );
}
