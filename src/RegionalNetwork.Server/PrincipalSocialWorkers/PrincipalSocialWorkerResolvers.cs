using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.PrincipalSocialWorkers;

/// <summary>Answers the reading half of <c>schema/principal-social-workers.graphql</c>.</summary>
internal static class PrincipalSocialWorkerResolvers
{
    public const string PrincipalSocialWorkerType = "PrincipalSocialWorker";

    public static ResolverMap AddPrincipalSocialWorkers(this ResolverMap map) =>
        map.Query(query =>
                query.Field(
                    "principalSocialWorker",
                    (CodeArguments a, ResolverContext context) => context.Snapshot().Appointments.Find(a.Code)
                )
            )
            .Object<PrincipalSocialWorker>(
                PrincipalSocialWorkerType,
                psw =>
                    psw.Field("id", p => NodeId.Of(PrincipalSocialWorkerType, p.Id))
                        .Field("code", p => p.Id)
                        .Field("appointments", p => p.Appointments.All)
            )
            .Object<Appointment>(
                "Appointment",
                appointment =>
                    appointment
                        .Field("principalSocialWorker", (a, context) => context.Snapshot().Appointments.Find(a.Psw)!)
                        .Field("council", a => CouncilResolvers.Get(a.Council))
                        .Field("scope", a => a.Scope)
                        .Field("reportsTo", a => a.ReportingLine)
            )
            .AddPrincipalSocialWorkerMutations();
}
