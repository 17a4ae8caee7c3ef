using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Requests;

/// <summary>The schema's one word for which social work a thing is about; the domain has one for each kind of thing.</summary>
internal enum ServiceScope
{
    Childrens,
    Adults,
    Both,
}

internal static class ServiceScopes
{
    public static ServiceScope ToServiceScope(this NetworkScope scope) =>
        scope switch
        {
            NetworkScope.Childrens => ServiceScope.Childrens,
            NetworkScope.Adults => ServiceScope.Adults,
            _ => ServiceScope.Both,
        };

    public static ServiceScope ToServiceScope(this PswScope scope) =>
        scope switch
        {
            PswScope.Childrens => ServiceScope.Childrens,
            PswScope.Adults => ServiceScope.Adults,
            _ => ServiceScope.Both,
        };

    public static ServiceScope ToServiceScope(this StatementScope scope) =>
        scope switch
        {
            StatementScope.Childrens => ServiceScope.Childrens,
            StatementScope.Adults => ServiceScope.Adults,
            _ => ServiceScope.Both,
        };

    public static NetworkScope ToNetworkScope(this ServiceScope scope) =>
        scope switch
        {
            ServiceScope.Childrens => NetworkScope.Childrens,
            ServiceScope.Adults => NetworkScope.Adults,
            _ => NetworkScope.Both,
        };

    public static PswScope ToPswScope(this ServiceScope scope) =>
        scope switch
        {
            ServiceScope.Childrens => PswScope.Childrens,
            ServiceScope.Adults => PswScope.Adults,
            _ => PswScope.Joint,
        };
}
