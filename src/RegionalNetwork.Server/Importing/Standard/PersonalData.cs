using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Importing.Standard;

/// <summary>
/// Recognises what must never enter: columns and values that point to one person. It stops accidents, such as a census
/// return sent in place of its totals; it cannot recognise every name.
/// </summary>
internal static partial class PersonalData
{
    public const string Advice =
        "The network holds totals only, nothing about one child, adult, family or worker. Take this out and import totals.";

    private static readonly FrozenSet<string> Columns =
    [
        .. new[]
        {
            "address",
            "birth_date",
            "case_id",
            "case_number",
            "case_reference",
            "child_id",
            "child_name",
            "date_of_birth",
            "dob",
            "email",
            "email_address",
            "employee_id",
            "employee_number",
            "first_name",
            "forename",
            "full_name",
            "lado_case",
            "lado_case_number",
            "last_name",
            "mobile",
            "national_insurance_number",
            "nhs_number",
            "ni_number",
            "nino",
            "payroll_number",
            "person_id",
            "phone",
            "phone_number",
            "postcode",
            "pupil_id",
            "pupil_name",
            "referral_id",
            "social_work_england_number",
            "social_worker_name",
            "staff_id",
            "surname",
            "swe_number",
            "telephone",
            "uln",
            "upn",
            "worker_id",
            "worker_name",
        }.Select(Spelling.Essence),
    ];

    public static bool IsColumn(string name) => Columns.Contains(Spelling.Essence(name));

    public static bool IsValue(string text) =>
        Domain.Kernel.PersonalData.In(text) is not null || OfRecords().IsMatch(text);

    /// <summary>
    /// What records hold and running text does not: a full postcode; the numbers of pupils and of national insurance; the short
    /// form of a social worker's registration number.
    /// </summary>
    [GeneratedRegex(
        @"(?-i:\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b)|^[a-z][0-9]{11}[0-9a-z]$|"
            + @"^[a-z]{2} ?([0-9]{2} ?){3}[a-d]$|^swe?[0-9]{4,7}$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OfRecords();
}
