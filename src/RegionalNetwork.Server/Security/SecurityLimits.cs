namespace RegionalNetwork.Server.Security;

/// <summary>Limits of tokens, issuers and sessions, with units.</summary>
internal static class SecurityLimits
{
    /// <summary>Issuers that are configured one by one.</summary>
    public const int Issuers = 50;

    /// <summary>Entra tenants that are allowed: more than England has councils and regions.</summary>
    public const int Tenants = 500;

    /// <summary>Characters of the name that people know an issuer by.</summary>
    public const int IssuerNameCharacters = 60;

    /// <summary>Characters of a token. Entra's stay under a quarter of it.</summary>
    public const int TokenCharacters = 16 * 1024;

    /// <summary>Characters of a subject and of a display name; a longer subject is refused, a longer name cut.</summary>
    public const int NameCharacters = 256;

    /// <summary>Tokens whose validation is remembered; at the limit the older half is forgotten.</summary>
    public const int ValidatedTokens = 20_000;

    /// <summary>Values that may be required as <c>acr</c> or <c>amr</c> of one issuer.</summary>
    public const int StrengthValues = 10;

    /// <summary>Characters of such a value.</summary>
    public const int StrengthCharacters = 200;

    /// <summary>Minutes that may be set as the age of signing in: thirty days.</summary>
    public const int AuthenticationMinutes = 30 * 24 * 60;

    /// <summary>Bytes of an issuer's metadata or keys.</summary>
    public const int MetadataBytes = 1024 * 1024;

    /// <summary>Open sessions of everybody; one more ends the one that was longest unused.</summary>
    public const int Sessions = 100_000;

    /// <summary>Open sessions of one person: a few browsers on a few devices. One more ends the oldest.</summary>
    public const int SessionsPerPerson = 10;

    /// <summary>Size to which the file of sessions may grow: five times what so many take.</summary>
    public const long SessionFileBytes = 128L * 1024 * 1024;

    /// <summary>Bytes of a form of a page, its proof included.</summary>
    public const int FormBytes = 8 * 1024;

    /// <summary>Fields of a form of a page.</summary>
    public const int FormFields = 10;

    /// <summary>One-time codes that somebody may try on their page in a minute: to mistype them, not to guess.</summary>
    public const int CodesPerMinute = 10;

    /// <summary>Grants of a development token that are read.</summary>
    public const int DevelopmentGrants = 50;

    /// <summary>
    /// Lines of each kind of security event that are logged in a minute, a line having about 200 bytes: the most that the seven kinds
    /// can write in a day is 130 MB.
    /// </summary>
    public const int SecurityLinesPerMinute = 60;

    /// <summary>How long a session lasts at most; then people sign in again.</summary>
    public static readonly TimeSpan SessionAge = TimeSpan.FromHours(8);

    /// <summary>How long a session lasts in which nothing is asked.</summary>
    public static readonly TimeSpan SessionIdle = TimeSpan.FromHours(1);

    /// <summary>How soon a session counts as ended that another process ended.</summary>
    public static readonly TimeSpan SessionsLook = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long sessions go on to count as they are known while the database that nodes share does not answer; so long may a session
    /// last here that another node ended meanwhile.
    /// </summary>
    public static readonly TimeSpan SessionsTrust = TimeSpan.FromMinutes(1);

    /// <summary>How long a request waits for another one that looks; then sessions count as they are known.</summary>
    public static readonly TimeSpan SessionsWait = TimeSpan.FromSeconds(1);

    /// <summary>How long a change of the sessions waits for another process.</summary>
    public static readonly TimeSpan SessionFileWait = TimeSpan.FromSeconds(2);

    /// <summary>How long somebody may take at the issuer.</summary>
    public static readonly TimeSpan SignInWait = TimeSpan.FromMinutes(15);

    /// <summary>How far the clocks of issuers may be from ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>How long a validation is remembered: so long a key that its issuer withdrew still counts.</summary>
    public static readonly TimeSpan ValidationAge = TimeSpan.FromMinutes(5);

    /// <summary>How long an issuer may take to answer.</summary>
    public static readonly TimeSpan IssuerWait = TimeSpan.FromSeconds(5);

    /// <summary>After a failure, how long an issuer is not asked again.</summary>
    public static readonly TimeSpan IssuerRetry = TimeSpan.FromSeconds(5);

    /// <summary>How often a token with an unknown key may make the issuer be asked for its keys.</summary>
    public static readonly TimeSpan KeyRefresh = TimeSpan.FromSeconds(10);

    /// <summary>How old keys may get before they are fetched again.</summary>
    public static readonly TimeSpan KeyAge = TimeSpan.FromHours(12);
}
