namespace RegionalNetwork.Server.Federation;

/// <summary>Limits of what nodes send each other, with units.</summary>
internal static class FederationLimits
{
    /// <summary>Messages of one batch.</summary>
    public const int BatchMessages = 25;

    /// <summary>Characters of the tables and explanations in a batch; one message has more if need be, alone.</summary>
    public const int BatchCharacters = 1024 * 1024;

    /// <summary>
    /// Bytes of a batch as it is sent: the largest table with as many explanations as there can be, every character of which JSON
    /// writes as six, fits.
    /// </summary>
    public const int BatchRequestBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of a request to be enrolled.</summary>
    public const int EnrolmentBytes = 4 * 1024;

    /// <summary>Bytes of an answer: a full quarantine fits.</summary>
    public const int AnswerBytes = 2 * 1024 * 1024;

    /// <summary>Characters of the proof that goes with a request or an answer.</summary>
    public const int ProofCharacters = 2 * 1024;

    /// <summary>Characters that are kept of a sentence that another node gave.</summary>
    public const int SentenceCharacters = 500;

    /// <summary>Batches that a hub works on at one time, one of each member at most; the others are told to come again.</summary>
    public const int ConcurrentBatches = 4;

    /// <summary>How often the pause after a failure doubles.</summary>
    public const int RetryDoublings = 8;

    /// <summary>How long a proof counts: as long as a request may be on its way, beside the clocks' difference.</summary>
    public static readonly TimeSpan ProofAge = TimeSpan.FromMinutes(2);

    /// <summary>How far the clocks of two nodes may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>How long a hub may take to answer.</summary>
    public static readonly TimeSpan AnswerWait = TimeSpan.FromSeconds(30);

    /// <summary>When a member that was told to wait comes again.</summary>
    public static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(1);

    /// <summary>When a member comes again to a hub whose journal cannot be written.</summary>
    public static readonly TimeSpan JournalWait = TimeSpan.FromSeconds(5);

    /// <summary>How often a node with nothing to send says that it is there, and looks whether an embargo has ended.</summary>
    public static readonly TimeSpan HelloInterval = TimeSpan.FromSeconds(30);

    /// <summary>When a node looks again whether it is its turn to send, while another one with its journal does.</summary>
    public static readonly TimeSpan TurnLook = TimeSpan.FromSeconds(2);

    /// <summary>How old what other nodes said of the federation may be when it is shown; also the pause after it could not be read.</summary>
    public static readonly TimeSpan ReportsLook = TimeSpan.FromSeconds(1);

    /// <summary>How long changes are gathered before they are looked through.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    /// <summary>Pause after the first failure; each further one is twice as long.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause after a failure: so soon a hub that was away is found again.</summary>
    public static readonly TimeSpan RetryPauseMax = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause that a hub can ask for.</summary>
    public static readonly TimeSpan RetryAfterMax = TimeSpan.FromMinutes(1);
}
