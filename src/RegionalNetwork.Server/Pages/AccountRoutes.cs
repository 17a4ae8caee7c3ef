using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Sessions;

namespace RegionalNetwork.Server.Pages;

/// <summary>The pages of people who sign in; there are none where nobody can.</summary>
internal static class AccountRoutes
{
    /// <summary>What the framework looks for before it puts its own middleware in front of every request.</summary>
    private const string HasAuthentication = "__AuthenticationMiddlewareSet";

    public static void MapAccountPages(this WebApplication app, RequestExecutor executor, NetworkHost network)
    {
        // Only these pages and whoever has a cookie need the framework's schemes: a query with a token must not pay for them, and
        // an issuer's answer must come to the page that explains what went wrong.
        ((IApplicationBuilder)app).Properties[HasAuthentication] = true;
        if (app.Services.GetRequiredService<SecuritySettings>().HasSignIn)
        {
            var issuers = ActivatorUtilities.CreateInstance<IssuerSignOut>(app.Services);
            var proof = ActivatorUtilities.CreateInstance<FormProof>(app.Services);
            var sessions = app.Services.GetRequiredService<SessionRegister>();
            network.People.Forgotten = identity => sessions.End(identity, _ => true);
            var view = new AccountView(network, proof, issuers, sessions);
            var ending = new SessionsPage(sessions, proof);
            var acceptance = new RoleAcceptancePage(network, new AcceptRoleRequest(executor, network), view, proof);
            ActivatorUtilities
                .CreateInstance<AccountPages>(app.Services, issuers, proof, view, acceptance, ending)
                .Map(app);
        }
    }
}
