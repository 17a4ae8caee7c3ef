namespace RegionalNetwork.GraphQL;

/// <summary>Every limit of the engine, with its unit last in its name.</summary>
public static class Limits
{
    /// <summary>UTF-16 code units of a request's document.</summary>
    public const int MaxDocumentCharacters = 128 * 1024;

    /// <summary>Tokens of a request's document; comments are not tokens.</summary>
    public const int MaxDocumentTokens = 20_000;

    /// <summary>
    /// Selection sets, list and object values and list types inside one another. Everything after the parser recurses
    /// over the tree, so this is also what keeps a document from overflowing the stack.
    /// </summary>
    public const int MaxDocumentNestingLevels = 200;

    /// <summary>UTF-16 code units of one schema source, which the operator wrote and not a client.</summary>
    public const int MaxSchemaCharacters = 8 * 1024 * 1024;

    /// <summary>Tokens of one schema source.</summary>
    public const int MaxSchemaTokens = 2_000_000;

    /// <summary>Bytes of a response's JSON. A larger result is refused whole.</summary>
    public const int MaxResultBytes = 32 * 1024 * 1024;

    /// <summary>Bytes of the JSON of one event of a subscription. A larger one is refused whole; the stream goes on.</summary>
    public const int MaxEventBytes = 1024 * 1024;

    /// <summary>Errors that one response reports; one more says that there are more.</summary>
    public const int MaxErrorsPerResponse = 100;

    /// <summary>Items of one list in a response.</summary>
    public const int MaxListItems = 100_000;

    /// <summary>Bytes of a request's variables as JSON.</summary>
    public const int MaxVariablesBytes = 1024 * 1024;

    /// <summary>Objects and arrays inside one another in a request's variables.</summary>
    public const int MaxVariablesNestingLevels = 32;

    /// <summary>Fields of an operation with its fragments laid out for every object type that they can meet.</summary>
    public const int MaxPlanFields = 20_000;

    /// <summary>
    /// Cost units of one operation: the values that it can return and the resolvers that it can run, weighted as the schema says
    /// (@cost, @listSize). About a fifth of a second.
    /// </summary>
    public const int MaxOperationCostUnits = 200_000;

    /// <summary>Items that a list is taken to have where the schema has no @listSize for it.</summary>
    public const int AssumedListItems = 10;

    /// <summary>Seconds that an operation may run before it is cancelled.</summary>
    public const int MaxExecutionSeconds = 30;

    /// <summary>Timers of finished operations kept for operations to come.</summary>
    public const int MaxIdleDeadlines = 64;

    /// <summary>Plans kept for one operation, one for each combination of its skip and include variables.</summary>
    public const int MaxPlansPerOperation = 16;

    /// <summary>Documents kept ready to execute.</summary>
    public const int MaxCachedDocuments = 1_000;

    /// <summary>UTF-16 code units of all documents kept ready to execute.</summary>
    public const int MaxCachedDocumentCharacters = 4 * 1024 * 1024;

    /// <summary>Errors that validation of one document reports before it gives up.</summary>
    public const int MaxValidationErrors = 100;

    /// <summary>Places that one validation error points at.</summary>
    public const int MaxErrorLocations = 40;

    /// <summary>UTF-16 code units of one validation error's message, which quotes names from the document.</summary>
    public const int MaxErrorMessageCharacters = 4_000;

    /// <summary>Aliases of one document, as written. The same field under many aliases is the cheapest way to ask for much.</summary>
    public const int MaxAliases = 250;

    /// <summary>Fields inside one another once fragments are expanded. The usual introspection query has 13.</summary>
    public const int MaxSelectionDepthLevels = 25;

    /// <summary>Fields of one operation once fragments are expanded, each spread counted in full.</summary>
    public const int MaxExpandedFields = 10_000;

    /// <summary>Introspection lists (fields, interfaces, possibleTypes, inputFields) inside one another: each multiplies.</summary>
    public const int MaxIntrospectionListLevels = 2;

    /// <summary>Directives of one document, as written.</summary>
    public const int MaxDirectives = 250;

    /// <summary>Directives on one field, fragment, operation or variable.</summary>
    public const int MaxDirectivesPerLocation = 10;

    /// <summary>Fields of the root type, __typename aside, in one operation once fragments are expanded: each is a request of its own.</summary>
    public const int MaxRootFields = 100;

    /// <summary>Of these, __schema and __type. Tools ask once.</summary>
    public const int MaxIntrospectionFields = 10;

    /// <summary>Steps of the validation rules whose work could grow faster than the document: about a tenth of a second.</summary>
    public const int MaxValidationSteps = 500_000;

    /// <summary>Fields, subfields included, that one error about conflicting fields points at on either side.</summary>
    public const int MaxConflictFields = 20;

    /// <summary>UTF-16 code units of the reason in one error about conflicting fields.</summary>
    public const int MaxConflictReasonCharacters = 1_000;

    /// <summary>Levels of subfields and fragments down to which conflicting fields are explained.</summary>
    public const int MaxConflictLevels = 100;
}
