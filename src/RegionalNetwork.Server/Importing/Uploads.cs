using Microsoft.AspNetCore.Http.Features;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Importing;

/// <summary>Why an upload is not looked at.</summary>
internal sealed record UploadRefusal(int Status, string Code, string Message);

/// <summary>What every upload of a file by HTTP begins with: who sends it, and its form.</summary>
internal static class Uploads
{
    /// <summary>For the log, of a file with faults; the answer names each.</summary>
    public const string FileFaulty = "FILE_FAULTY";

    private const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The caller, who may write; or why not, with the headers that go with it set.</summary>
    /// <param name="whose">Whose token it takes: <c>a council's data officer</c>.</param>
    public static async Task<(Caller? Caller, UploadRefusal? Refusal)> FindCallerAsync(HttpContext http, string whose)
    {
        var (caller, refusal) = await Callers.FindAsync(http);
        if (caller?.SignedIn is not null)
        {
            if (caller.MayWrite)
            {
                return (caller, null);
            }

            Record(http, SecurityEvent.PermissionRefused, TokenPermissions.ReadOnlyCode);
            return (
                null,
                new UploadRefusal(
                    StatusCodes.Status403Forbidden,
                    TokenPermissions.ReadOnlyCode,
                    TokenPermissions.ReadOnlyMessage
                )
            );
        }

        if (refusal is not null && refusal != TokenRefusal.Invalid)
        {
            refusal.Apply(http.Response);
            return (null, new UploadRefusal(refusal.Status, Unauthenticated, refusal.Message));
        }

        if (refusal is null)
        {
            Record(http, SecurityEvent.PermissionRefused, Unauthenticated);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return (
            null,
            new UploadRefusal(StatusCodes.Status401Unauthorized, Unauthenticated, $"Send a token of {whose}.")
        );
    }

    /// <summary>The form, or why it cannot be read.</summary>
    /// <param name="bytesMax">Of the whole request, at most what the web server lets in at all.</param>
    public static async Task<(IFormCollection? Form, UploadRefusal? Refusal)> ReadFormAsync(
        HttpContext http,
        long bytesMax
    )
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = bytesMax;
        if (!http.Request.HasFormContentType)
        {
            return (
                null,
                Refused(
                    http,
                    StatusCodes.Status415UnsupportedMediaType,
                    "FORM_EXPECTED",
                    "Send a form (multipart/form-data) with the file as data."
                )
            );
        }

        try
        {
            return (await http.Request.ReadFormAsync(http.RequestAborted), null);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (
                null,
                Refused(
                    http,
                    StatusCodes.Status413PayloadTooLarge,
                    "FORM_TOO_LARGE",
                    $"The form is larger than {bytesMax:N0} bytes. Split the file and send the parts."
                )
            );
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return (
                null,
                Refused(
                    http,
                    StatusCodes.Status400BadRequest,
                    "FORM_UNREADABLE",
                    "The form could not be read: it is cut off, too large or malformed. Send it again."
                )
            );
        }
    }

    /// <summary>A refusal of what was sent, which is logged.</summary>
    public static UploadRefusal Refused(HttpContext http, int status, string code, string message)
    {
        RecordRefusal(http, code);
        return new UploadRefusal(status, code, message);
    }

    public static void RecordRefusal(HttpContext http, string code) => Record(http, SecurityEvent.UploadRefused, code);

    private static void Record(HttpContext http, SecurityEvent happened, string code) =>
        SecurityLog.Of(http).Record(happened, code, http, http.Features.Get<Identification>()?.Caller?.SignedIn);
}
