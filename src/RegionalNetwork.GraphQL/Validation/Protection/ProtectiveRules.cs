namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>Limits that no specification asks for. They come before the specified rules and spare those a hostile document.</summary>
internal static class ProtectiveRules
{
    public static void Check(ValidationContext context)
    {
        MaxAliases.Check(context);
        MaxDirectives.Check(context);
        MaxSelectionDepth.Check(context);
        MaxExpandedFields.Check(context);
        MaxRootFields.Check(context);
    }
}
