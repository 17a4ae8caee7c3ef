using System.Text;

namespace RegionalNetwork.Server.Security;

/// <summary>Who somebody is, as their issuer says it. The three together never change for one person or system.</summary>
/// <param name="Issuer">Of an Entra tenant always the issuer of its v2.0 tokens, so that a v1.0 token names the same person.</param>
/// <param name="Tenant">The issuer's tenant; empty where it has none.</param>
/// <param name="Subject"><c>oid</c> of an Entra token, <c>sub</c> of any other.</param>
internal sealed record Identity(string Issuer, string Tenant, string Subject)
{
    /// <summary>To make a hash of: for one identity always the same. Once released they never change.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"{Issuer}\n{Tenant}\n{Subject}");
}
