using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>What Apollo's protocol and <c>sha256sum</c> call a document: the SHA-256 of its UTF-8 in lower-case hexadecimal.</summary>
internal static class DocumentHash
{
    public static string Of(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
