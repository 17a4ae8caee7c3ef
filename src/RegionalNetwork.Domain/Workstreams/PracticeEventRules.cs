using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>What holds for a practice event whenever it is planned or revised.</summary>
internal static class PracticeEventRules
{
    public static PracticeEventDetails Checked(PracticeEventDetails details, InputCheck input)
    {
        input.Known(details.Kind, "kind");
        input.Known(details.Date.Precision, "precision");
        input.Require(
            details.Date.Precision != DatePrecision.Month || details.Date.Date.Day == 1,
            WorkstreamRefusals.MonthNeedsFirst()
        );
        return details with
        {
            Title = input.Line(details.Title, Limits.TitleCharacters, "title"),
            Audience = input.OptionalLine(details.Audience, Limits.LineCharacters, "audience"),
            Description = input.OptionalParagraphs(details.Description, Limits.TextCharacters, "description"),
        };
    }
}
