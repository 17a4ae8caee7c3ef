using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Returns;

internal sealed record ReturnsDueArguments(string Collection, string Period);

/// <summary>How far one member of a network has come with a return: no figures, and nothing of a draft.</summary>
/// <param name="Return">Null where there is none.</param>
internal sealed record ReturnDue(string Council, CouncilReturn? Return, string Network)
{
    /// <summary>A draft is the council's own: until it is handed in, there is nothing.</summary>
    public ReturnProgress Progress =>
        Return switch
        {
            null => ReturnProgress.NotSubmitted,
            { Latest: { } latest } => latest.WithdrawnOn is not null ? ReturnProgress.Withdrawn
            : latest.Releases.Count > 0 ? ReturnProgress.Released
            : ReturnProgress.Approved,
            { Draft.SubmittedBy: not null } => ReturnProgress.Submitted,
            _ => ReturnProgress.NotSubmitted,
        };

    public int? Vintage => Return?.Latest?.Number;

    public IReadOnlyList<ReturnQuestion> Questions =>
        Return is null ? [] : [.. Return.Questions.Where(question => question.Network == Network)];

    /// <summary>Empty for who has no part in collecting the network's returns.</summary>
    public static IReadOnlyList<ReturnDue> Of(NetworkRequest request, Network network, ReturnsDueArguments arguments)
    {
        if (
            request.Actor is not { } actor
            || request.Host.TableSchemas.Collections.Find(arguments.Collection) is not { } collection
            || !Collects(actor, network, collection.Scope)
        )
        {
            return [];
        }

        return
        [
            .. network
                .MembersOn(request.Today)
                .Select(member => new ReturnDue(
                    member.Council,
                    KeptOf(request, member.Council, arguments),
                    network.Id
                )),
        ];
    }

    private static CouncilReturn? KeptOf(NetworkRequest request, string council, ReturnsDueArguments arguments) =>
        request.Snapshot.Returns.FindOf(council, arguments.Collection, arguments.Period) is { } one
            ? ReturnSelection.Kept(request, one)
            : null;

    private static bool Collects(Actor actor, Network network, ServiceScope scope) =>
        actor.May(Permission.AskAboutReturns, network.Place, scope)
        || actor.May(Permission.CompileRounds, network.Place, scope);
}

internal enum ReturnProgress
{
    NotSubmitted,
    Submitted,
    Approved,
    Released,
    Withdrawn,
}
