using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Sessions;

namespace RegionalNetwork.Server.Pages;

/// <summary>
/// Proves that a form came from the session's own page: by what the browser says, and by a hidden field that only that page has.
/// </summary>
internal sealed class FormProof(IDataProtectionProvider protection)
{
    private const string Purpose = "RegionalNetwork.Forms";
    private const string TokenField = "token";
    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly FormOptions Options = new()
    {
        ValueCountLimit = SecurityLimits.FormFields,
        KeyLengthLimit = SecurityLimits.FormBytes,
        ValueLengthLimit = SecurityLimits.FormBytes,
    };

    private IDataProtector Protector => protection.CreateProtector(Purpose);

    /// <returns>HTML, for inside a form.</returns>
    public string FieldOf(Session session) =>
        $"""<input type="hidden" name="{TokenField}" value="{PageLayout.Encode(Protector.Protect(session.Id))}">""";

    /// <returns>The form; null where it is none, is larger than any, or did not come from the session's own page.</returns>
    public async Task<IFormCollection?> ReadAsync(HttpContext http, Session session) =>
        SameOrigin.IsProven(http.Request)
        && await ReadAsync(http) is { } form
        && IsTokenOf(session, form[TokenField].ToString())
            ? form
            : null;

    private static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = SecurityLimits.FormBytes;
        }

        try
        {
            return await http.Request.ReadFormAsync(Options, http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private bool IsTokenOf(Session session, string token)
    {
        try
        {
            return token.Length > 0
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(Protector.Unprotect(token)),
                    Encoding.UTF8.GetBytes(session.Id)
                );
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
