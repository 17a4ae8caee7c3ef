using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.People;

/// <summary>Why a person could not be registered or erased. Codes are stable.</summary>
public static class PersonRefusals
{
    public static Refusal NotFound() =>
        new("PERSON_NOT_FOUND", "There is no such person, or you may not see them. Check the code.", "person");

    public static Refusal Erased() =>
        new("PERSON_ERASED", "This person's details were erased. Accept a new invitation to be registered again.");

    public static Refusal InvalidIdentity() =>
        new(
            "SEALED_IDENTITY_INVALID",
            $"Give the sealed identity as base64 of 1 to {Limits.SealedIdentityBytes} bytes.",
            "sealedIdentity"
        );
}
