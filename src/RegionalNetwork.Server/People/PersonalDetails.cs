using System.Text.Json;
using System.Text.Json.Nodes;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.People;

/// <summary>What is sealed of a person: who their issuer says that they are.</summary>
/// <param name="DisplayName">As the issuer gave it when they were registered, if it did.</param>
internal sealed record PersonalDetails(Identity Identity, string? DisplayName)
{
    private const string Issuer = "issuer";
    private const string Tenant = "tenant";
    private const string Subject = "subject";
    private const string Name = "name";

    public JsonObject ToJson() =>
        new()
        {
            [Issuer] = Identity.Issuer,
            [Tenant] = Identity.Tenant,
            [Subject] = Identity.Subject,
            [Name] = DisplayName,
        };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(ToJson());

    /// <exception cref="InvalidDataException">These are not the bytes of details.</exception>
    public static PersonalDetails Read(ReadOnlySpan<byte> bytes)
    {
        var json = JsonNode.Parse(bytes);
        return json?[Issuer] is { } issuer && json[Tenant] is { } tenant && json[Subject] is { } subject
            ? new PersonalDetails(
                new Identity(issuer.GetValue<string>(), tenant.GetValue<string>(), subject.GetValue<string>()),
                json[Name]?.GetValue<string>()
            )
            : throw new InvalidDataException("What was sealed for a person is not their details.");
    }
}
