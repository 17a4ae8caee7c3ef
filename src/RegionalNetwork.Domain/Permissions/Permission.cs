namespace RegionalNetwork.Domain.Permissions;

/// <summary>What somebody may be allowed to do. Which role is, stands in <see cref="PermissionTable"/>.</summary>
public enum Permission
{
    /// <summary>Declare, word, rank and move on the priorities of a council, a network or the nation.</summary>
    SetPriorities,

    /// <summary>Approve a priority that somebody else worded.</summary>
    ApprovePriorities,

    /// <summary>Show a priority to the network's members, or to its own people alone again.</summary>
    ShareWithNetwork,

    /// <summary>Show a priority or a workstream to everybody.</summary>
    Publish,

    /// <summary>Create a workstream and change everything about it.</summary>
    LeadWorkstreams,

    /// <summary>Add and change a council's own actions in a workstream.</summary>
    ContributeActions,

    /// <summary>Record appointments of Principal Social Workers.</summary>
    RecordAppointments,

    FoundNetworks,

    /// <summary>Revise a network, admit and release councils.</summary>
    ManageNetworks,

    ImportStatistics,

    /// <summary>Record the figures that a report states in its text.</summary>
    RecordStatements,

    /// <summary>Invite people to roles, and end roles.</summary>
    AssignRoles,

    /// <summary>Draw up a network's sharing agreements.</summary>
    DrawUpAgreements,

    /// <summary>Sign a sharing agreement for a council, and leave it.</summary>
    SignAgreements,

    /// <summary>Read who saw a council's unpublished data and who changed what is its own.</summary>
    ReadAuditTrail,

    /// <summary>See unpublished data for a short time, for a stated reason, announced to those whose data it is.</summary>
    BreakGlass,

    /// <summary>Erase the personal details of somebody who asked for it.</summary>
    ErasePeople,

    /// <summary>Enter and submit a council's returns, and answer questions about them.</summary>
    EnterReturns,

    /// <summary>Approve a return that somebody else entered and submitted, or send it back.</summary>
    ApproveReturns,

    /// <summary>Release a council's approved returns, and withdraw them.</summary>
    ReleaseReturns,

    /// <summary>Ask a network's members about the returns that they handed in.</summary>
    AskAboutReturns,

    /// <summary>Make what councils released part of what others see.</summary>
    CompileRounds,

    /// <summary>Invite and remove member nodes, and have this node join and leave a hub.</summary>
    FederateNodes,
}
