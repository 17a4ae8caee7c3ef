namespace RegionalNetwork.Server.Pages;

/// <summary>What stands in the form in which somebody accepts a role.</summary>
/// <param name="Code">As it was typed, or as it stands in the invitation's link.</param>
/// <param name="CommandId">The same when the form is sent twice, so that it is accepted once.</param>
/// <param name="Faults">Sentences; empty before it is sent.</param>
internal sealed record AcceptanceForm(string? Code, string CommandId, IReadOnlyList<string> Faults)
{
    public const string CommandField = "command";
    public const string Action = "/account/roles";

    /// <summary>
    /// Where a browser goes in the answer, so that keyboards and screen readers begin at what went wrong, without a script.
    /// </summary>
    private const string SummaryId = "problem";

    public static AcceptanceForm Empty(string? code) => new(code, NewCommandId(), []);

    public static string NewCommandId() => Guid.NewGuid().ToString();

    public string WriteSummary() =>
        Faults.Count == 0
            ? ""
            : $"""
                <div class="error-summary" id="{SummaryId}" tabindex="-1" role="alert" aria-labelledby="{SummaryId}-title">
                <h2 id="{SummaryId}-title">There is a problem</h2>
                <ul>
                {string.Join(
                    '\n',
                    Faults.Select(fault =>
                        $"""<li><a href="#{Invitation.CodeField}">{PageLayout.Encode(fault)}</a></li>"""
                    )
                )}
                </ul>
                </div>
                """;

    /// <param name="proof">The hidden field that proves where the form came from.</param>
    public string Write(string proof) =>
        $"""
            <h2 id="accept">Accept a role</h2>
            <form method="post" action="{Action}#{SummaryId}" novalidate>
            {proof}
            <input type="hidden" name="{CommandField}" value="{PageLayout.Encode(CommandId)}">
            <div class="{(Faults.Count == 0 ? "form-group" : "form-group form-group-error")}">
            <label for="{Invitation.CodeField}">Code of your invitation</label>
            <p class="hint" id="code-hint">32 letters and digits, which can be used once. Capitals, spaces and hyphens do not matter.</p>
            {ErrorOfField}
            <input class="input" id="{Invitation.CodeField}" name="{Invitation.CodeField}" type="text" value="{PageLayout.Encode(
                Code ?? ""
            )}" autocomplete="off" autocapitalize="none" spellcheck="false" {Description}>
            </div>
            <button class="button">Accept role</button>
            </form>
            """;

    private string ErrorOfField =>
        Faults.Count == 0
            ? ""
            : $"""<p class="error-message" id="code-error"><span class="visually-hidden">Error:</span> {PageLayout.Encode(Faults[0])}</p>""";

    private string Description =>
        Faults.Count == 0
            ? """aria-describedby="code-hint" """
            : """aria-describedby="code-hint code-error" aria-invalid="true" """;
}
