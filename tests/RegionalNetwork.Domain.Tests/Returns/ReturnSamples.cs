using System.Text;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Checks;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Commands;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Returns;

/// <summary>A small collection and tables for it.</summary>
internal static class ReturnSamples
{
    public const string Schema = """
        {
          "fields": [
            { "name": "time_period", "type": "string", "title": "Period", "description": "Six digits.", "regionalNetwork": { "kind": "key" } },
            { "name": "time_identifier", "type": "string", "title": "Kind of period", "description": "Financial year.", "regionalNetwork": { "kind": "key" } },
            { "name": "new_la_code", "type": "string", "title": "Council", "description": "Nine characters.", "regionalNetwork": { "kind": "key" } },
            { "name": "la_name", "type": "string", "title": "Name", "description": "As in the register.", "regionalNetwork": { "kind": "key" } },
            { "name": "ethnicity_major", "type": "string", "title": "Ethnicity", "description": "Major groups.",
              "constraints": { "enum": ["White", "Mixed", "Unknown", "Total"] },
              "regionalNetwork": { "kind": "filter" } },
            { "name": "in_post", "type": "integer", "title": "In post", "description": "Headcount.",
              "constraints": { "maximum": 5000 },
              "regionalNetwork": { "kind": "count", "sensitivity": "sensitive", "swingPercent": 20 } },
            { "name": "leavers", "type": "integer", "title": "Leavers", "description": "In the year.",
              "regionalNetwork": { "kind": "count" } },
            { "name": "days_lost", "type": "number", "title": "Days lost", "description": "To sickness.",
              "regionalNetwork": { "kind": "amount" } }
          ],
          "regionalNetwork": {
            "collection": "workforce", "version": "2", "title": "Workforce", "frequency": "annual",
            "timeIdentifiers": ["Financial year"], "scope": "children", "referenceDay": { "month": 9, "day": 30 },
            "totals": [
              { "dimension": "ethnicity_major", "total": "Total", "fields": ["in_post", "leavers", "days_lost"] }
            ],
            "rules": [
              { "kind": "not-more-than", "field": "leavers", "than": "in_post", "message": "Who left was in post." }
            ],
            "definitionChanges": [
              { "from": "202223", "fields": ["days_lost"], "sentence": "Half days count as half." }
            ]
          }
        }
        """;

    public const string Year = "202122";
    public const string Heading =
        "time_period,time_identifier,new_la_code,la_name,ethnicity_major,in_post,leavers,days_lost";

    public static readonly ReturnCollection Workforce = Parsed(Schema);

    public static readonly ReturnUnit OfCoventry = ReturnUnit.Find(Coventry)!;

    public static readonly ReturnKey Key = new("workforce", Year, OfCoventry);

    public static readonly string[] GoodRows = Rows(
        "White,60,6,120.5",
        "Mixed,30,3,40.25",
        "Unknown,10,1,0",
        "Total,100,10,160.75"
    );

    /// <summary>With a swing of one figure since.</summary>
    public static readonly ReturnContent LastYear = Prior(
        "White,45,6,1",
        "Mixed,30,3,1",
        "Unknown,10,1,1",
        "Total,85,10,3"
    );

    public static ReturnCollection Parsed(string schema)
    {
        var reading = TableSchemaParser.Parse(Encoding.UTF8.GetBytes(schema));
        Assert.Empty(reading.Faults);
        return reading.Collection!;
    }

    /// <summary>Rows of Coventry in the period, from item and figures.</summary>
    public static string[] Rows(params string[] rows) =>
        [.. rows.Select(row => $"202122,Financial year,{Coventry},Coventry,{row}")];

    /// <summary>Cells by comma: nothing here is quoted.</summary>
    public static ReturnTable Table(string heading, params IReadOnlyList<string> rows) =>
        new(heading.Split(','), [.. rows.Select((row, i) => new ReturnTableRow(i + 2, row.Split(',')))], false);

    public static ReturnReading Read(string heading, params IReadOnlyList<string> rows) =>
        ReturnCheck.Read(Workforce, ReturnPeriod.Find(Workforce, Year)!, OfCoventry, Table(heading, rows), null);

    public static ReturnEntry Entry(params IReadOnlyList<string> rows) =>
        new(Workforce, Table(Heading, rows), [], null, null);

    /// <summary>Figures of an earlier year.</summary>
    public static ReturnContent Prior(params string[] rows) =>
        new(Read(Heading, Rows(rows)).Figures!, "2", [], [], null, "data", DateTimeOffset.UnixEpoch);

    /// <summary>What entering the good rows leads to.</summary>
    public static ReturnEntered Entered(string by) =>
        new(
            "workforce",
            Year,
            [Coventry],
            Domain.Kernel.ServiceScope.Childrens,
            "2",
            "in_post,leavers,days_lost",
            [
                new("White", "60,6,120.5"),
                new("Mixed", "30,3,40.25"),
                new("Unknown", "10,1,0"),
                new("Total", "100,10,160.75"),
            ],
            [],
            [],
            null,
            by,
            new DateTimeOffset(2022, 4, 1, 9, 0, 0, TimeSpan.Zero)
        );
}
