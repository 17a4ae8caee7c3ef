using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>What happens at a hub to one of its member nodes.</summary>
public abstract record MemberEvent;

/// <param name="CodeHash">SHA-256 of the one-time code, in lower-case hexadecimal digits.</param>
/// <param name="Until">From then on the code is of no use.</param>
public sealed record MemberInvited(
    string Member,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    string CodeHash,
    string By,
    DateTimeOffset Until
) : MemberEvent;

/// <summary>The code was used: from now on the key speaks for the councils, and messages begin with number 1.</summary>
/// <param name="Key">Public key, base64 of its SubjectPublicKeyInfo.</param>
public sealed record MemberEnrolled(string Key, DateTimeOffset At) : MemberEvent;

/// <param name="Return">Key of the return; empty for a message that has become void.</param>
public sealed record MessageTaken(long Number, string Return, DateTimeOffset At) : MemberEvent;

public sealed record MessageQuarantined(
    long Number,
    string Return,
    IReadOnlyList<QuarantineReason> Reasons,
    DateTimeOffset At
) : MemberEvent;

/// <summary>These are not waited for any more.</summary>
public sealed record QuarantineSettled(IReadOnlyList<long> Numbers, string By, DateTimeOffset At) : MemberEvent;

/// <summary>It left, or was removed. What it sent stays.</summary>
public sealed record MemberLeft(string By, DateTimeOffset At) : MemberEvent;
