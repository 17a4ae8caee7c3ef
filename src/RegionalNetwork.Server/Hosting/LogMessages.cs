using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Hosting;

/// <summary>Every line that the server logs.</summary>
internal static partial class LogMessages
{
    /// <summary>Logs a resolver's exception under a number that the client gets as well.</summary>
    /// <returns>The number.</returns>
    public static string FieldFailed(ILogger log, Exception fault, IReadOnlyList<object> path)
    {
        var reference = Guid.CreateVersion7().ToString("N");
        FieldFailed(log, string.Join('.', path), reference, fault);
        return reference;
    }

    [LoggerMessage(1, LogLevel.Error, "The field {Path} failed; the client was told {Reference}.")]
    private static partial void FieldFailed(ILogger log, string path, string reference, Exception fault);

    [LoggerMessage(2, LogLevel.Critical, "The snapshot cannot follow the journal any more; the server stops.")]
    public static partial void ProjectionStopped(ILogger log, Exception fault);

    [LoggerMessage(3, LogLevel.Error, "An import failed.")]
    public static partial void ImportFailed(ILogger log, Exception fault);

    [LoggerMessage(4, LogLevel.Error, "The nightly task {Name} could not be finished; it is tried again soon.")]
    public static partial void NightlyTaskFailed(ILogger log, string name, Exception fault);

    [LoggerMessage(5, LogLevel.Warning, "{Address} did not give an issuer's metadata or keys: {Reason}")]
    public static partial void IssuerUnreachable(ILogger log, Uri address, string reason);

    [LoggerMessage(6, LogLevel.Warning, "{Address} is the metadata of another issuer, {Issuer}; it is not used.")]
    public static partial void IssuerIsAnother(ILogger log, Uri address, string issuer);

    [LoggerMessage(7, LogLevel.Error, "The round of {Collection} for {Period} could not be compiled.")]
    public static partial void CompileFailed(ILogger log, string collection, string period, Exception fault);

    [LoggerMessage(
        9,
        LogLevel.Critical,
        "A newer version wrote what this one does not know. This node refuses requests and stays, not ready. {Reason}"
    )]
    public static partial void NewerEvent(ILogger log, string reason);

    [LoggerMessage(10, LogLevel.Warning, "The hub does not take what is sent to it; it is tried again: {Reason}")]
    public static partial void HubFailed(ILogger log, string reason);

    [LoggerMessage(
        11,
        LogLevel.Warning,
        "A snapshot could not be saved: a start replays more, and nothing else is lost."
    )]
    public static partial void SnapshotNotSaved(ILogger log, Exception fault);

    [LoggerMessage(12, LogLevel.Error, "The next batch for the hub could not be made or sent; it is tried again.")]
    public static partial void SendingFailed(ILogger log, Exception fault);

    [LoggerMessage(20, LogLevel.Error, "The request {RequestId} failed.")]
    public static partial void RequestFailed(ILogger log, string requestId, Exception fault);

    /// <summary>Each kind of event has its own number and sentence.</summary>
    public static void Security(ILogger log, SecurityEvent happened, string caller, string reason, string requestId)
    {
        Action<ILogger, string, string, string> write = happened switch
        {
            SecurityEvent.SignedIn => SignedIn,
            SecurityEvent.SignInRefused => SignInRefused,
            SecurityEvent.SignedOut => SignedOut,
            SecurityEvent.PermissionRefused => PermissionRefused,
            SecurityEvent.TokenRefused => TokenRefused,
            SecurityEvent.CodeRefused => CodeRefused,
            SecurityEvent.UploadRefused => UploadRefused,
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "This event has no sentence."),
        };
        write(log, caller, reason, requestId);
    }

    [LoggerMessage(30, LogLevel.Information, "{Caller} signed in: {Reason}. Request {RequestId}.")]
    private static partial void SignedIn(ILogger log, string caller, string reason, string requestId);

    [LoggerMessage(31, LogLevel.Warning, "{Caller} could not sign in: {Reason}. Request {RequestId}.")]
    private static partial void SignInRefused(ILogger log, string caller, string reason, string requestId);

    [LoggerMessage(32, LogLevel.Information, "{Caller} signed out: {Reason}. Request {RequestId}.")]
    private static partial void SignedOut(ILogger log, string caller, string reason, string requestId);

    [LoggerMessage(33, LogLevel.Warning, "{Caller} was refused what they asked for: {Reason}. Request {RequestId}.")]
    private static partial void PermissionRefused(ILogger log, string caller, string reason, string requestId);

    [LoggerMessage(34, LogLevel.Warning, "{Caller} sent a token that was refused: {Reason}. Request {RequestId}.")]
    private static partial void TokenRefused(ILogger log, string caller, string reason, string requestId);

    [LoggerMessage(35, LogLevel.Warning, "{Caller} tried a one-time code in vain: {Reason}. Request {RequestId}.")]
    private static partial void CodeRefused(ILogger log, string caller, string reason, string requestId);

    [LoggerMessage(36, LogLevel.Warning, "{Caller} sent a file that was refused: {Reason}. Request {RequestId}.")]
    private static partial void UploadRefused(ILogger log, string caller, string reason, string requestId);

    [LoggerMessage(37, LogLevel.Warning, "{Count} more lines of {Happened} were left out within a minute.")]
    public static partial void SecurityLeftOut(ILogger log, int count, SecurityEvent happened);
}
