namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// One rule over one document. A rule is made for each validation and may keep state between the nodes that it sees. It reports
/// to its <see cref="ValidationContext"/> and never throws, whatever the document.
/// </summary>
internal interface IValidationRule
{
    void Subscribe(NodeSubscriptions on);
}
