namespace RegionalNetwork.Server.Journal;

/// <summary>The categories of streams: one for each kind of grain. The key is the thing's code.</summary>
internal static class StreamCategories
{
    public const string Council = "council";
    public const string Network = "network";
    public const string PrincipalSocialWorker = "principal-social-worker";
    public const string Workstream = "workstream";
    public const string Publication = "publication";
    public const string Person = "person";
    public const string RoleAssignment = "role-assignment";
    public const string SharingAgreement = "sharing-agreement";
    public const string NeighbourModel = "neighbour-model";
    public const string Return = "return";
    public const string CollectionRound = "collection-round";
    public const string FederationMember = "federation-member";
    public const string FederationLink = "federation-link";
}
