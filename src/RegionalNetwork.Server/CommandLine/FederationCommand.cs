using System.CommandLine;

namespace RegionalNetwork.Server.CommandLine;

/// <summary><c>federation</c>: what an operator does to make, see and end the membership of a node in a hub.</summary>
internal static class FederationCommand
{
    public static Command Create(JournalOptions journal) =>
        new("federation", "Member nodes of this hub, and the hub of this node.")
        {
            HubCommands.Invite(journal),
            HubCommands.Remove(journal),
            HubCommands.Settle(journal),
            MemberNodeCommands.Join(journal),
            MemberNodeCommands.Resend(journal),
            MemberNodeCommands.Leave(journal),
            FederationStatusCommand.Create(journal),
        };
}
