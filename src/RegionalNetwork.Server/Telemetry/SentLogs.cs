using OpenTelemetry;
using OpenTelemetry.Logs;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>
/// What of a line of the log may leave the machine: its number, category and sentence, and of the values in the sentence those that are
/// constants of the program or names of requests. Of an exception its type and where it was, not its message. Everything else stays
/// in the console, where the request's id or the reference finds it.
/// </summary>
internal sealed class SentLogs : BaseProcessor<LogRecord>
{
    private const string OwnCategories = "RegionalNetwork";
    private const string Sentence = "{OriginalFormat}";
    private const string Caller = "Caller";
    private const string NumberTag = "regionalnetwork.log.event";

    /// <summary>Deeper exceptions inside of exceptions are left out.</summary>
    private const int ExceptionDepthMax = 8;

    /// <summary>Of the lines that the server writes itself.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "RequestId",
        "Reference",
        "Name",
        "Collection",
        "Period",
        "Count",
        "Happened",
    };

    public override void OnEnd(LogRecord data)
    {
        var isOwn = data.CategoryName?.StartsWith(OwnCategories, StringComparison.Ordinal) == true;
        var isOfSecurity = data.CategoryName == SecurityLog.Category;
        var attributes = new List<KeyValuePair<string, object?>> { new(NumberTag, data.EventId.Id) };
        // A line that has no sentence of its own may have anything in its text.
        data.Body = data.CategoryName;
        foreach (var (name, value) in data.Attributes ?? [])
        {
            if (name == Sentence)
            {
                data.Body = value as string;
            }
            else if ((isOwn && Kept.Contains(name)) || (isOfSecurity && name == "Reason"))
            {
                attributes.Add(new(name, value));
            }
            else if (isOfSecurity && name == Caller)
            {
                attributes.Add(new(name, ClassOf(value as string)));
            }
        }

        if (data.Exception is { } fault)
        {
            attributes.Add(new("exception.type", fault.GetType().FullName));
            attributes.Add(new("exception.stacktrace", TraceOf(fault)));
            data.Exception = null;
        }

        data.Attributes = attributes;
        data.FormattedMessage = null;
    }

    /// <summary>The class of an address is no personal detail; a person's code is one, in somebody else's hands.</summary>
    private static string ClassOf(string? caller) =>
        caller is AddressClass.Loopback or AddressClass.Private or AddressClass.Public ? caller : "somebody-signed-in";

    private static string TraceOf(Exception fault)
    {
        var parts = new List<string>();
        for (var each = fault; each is not null && parts.Count < ExceptionDepthMax; each = each.InnerException)
        {
            parts.Add($"{each.GetType().FullName}\n{each.StackTrace}");
        }

        return string.Join('\n', parts);
    }
}
