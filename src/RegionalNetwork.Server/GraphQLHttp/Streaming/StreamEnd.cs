using System.Net.WebSockets;
using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>Why the server ends a connection.</summary>
/// <param name="CloseCode">Of a socket: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md.</param>
/// <param name="Code">Stable; in the error of an event stream.</param>
/// <param name="Message">At most 123 bytes, so that it fits a close frame.</param>
internal sealed record StreamEnd(int CloseCode, string Code, string Message)
{
    private const int CloseReasonCharactersMax = 120;

    public static readonly StreamEnd Stopping = new(
        (int)WebSocketCloseStatus.EndpointUnavailable,
        "SERVER_STOPPING",
        "The server stops. Connect again and resume with `after`."
    );

    public static readonly StreamEnd TokenExpired = new(
        4403,
        "TOKEN_EXPIRED",
        "The token has expired. Connect with a new one and resume with `after`."
    );

    public static readonly StreamEnd Forbidden = new(
        4403,
        "UNAUTHENTICATED",
        "The token is not valid here: expired, for another service, or not signed by a trusted issuer."
    );

    public static readonly StreamEnd SlowConsumer = new(
        4290,
        "SLOW_CONSUMER",
        "Events come faster than they are taken. Connect again and resume with `after`."
    );

    public static readonly StreamEnd InitTimeout = new(4408, "INIT_TIMEOUT", "Connection initialisation timeout");

    public static readonly StreamEnd TooManyInits = new(4429, "TOO_MANY_INITS", "Too many initialisation requests");

    public static readonly StreamEnd Uninitialised = new(4401, "UNAUTHORIZED", "Unauthorized");

    public static readonly StreamEnd WrongProtocol = new(4406, "PROTOCOL", "Subprotocol not acceptable");

    public static readonly StreamEnd MessageTooBig = new(
        (int)WebSocketCloseStatus.MessageTooBig,
        "MESSAGE_TOO_BIG",
        "The message is too big."
    );

    public GraphQLError Error => new(Message, [], null, Code);

    public static StreamEnd Invalid(string reason) => new(4400, "INVALID_MESSAGE", Short(reason));

    public static StreamEnd Duplicate(string id) =>
        new(4409, "DUPLICATE", Short($"Subscriber for {id} already exists"));

    /// <summary>ASCII only, since what a client sent is quoted and bytes count.</summary>
    private static string Short(string reason)
    {
        var ascii = string.Concat(reason.Select(sign => sign is >= ' ' and <= '~' ? sign : '?'));
        return ascii.Length > CloseReasonCharactersMax ? ascii[..CloseReasonCharactersMax] : ascii;
    }
}
