using System.Collections.Frozen;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>
/// The only documents that a locked-down server runs, each by the SHA-256 of its text and, if a manifest has it, by its name
/// there.
/// </summary>
internal sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, string> _textOf;

    private TrustedDocuments(Dictionary<string, string> textOf) =>
        _textOf = textOf.ToFrozenDictionary(StringComparer.Ordinal);

    public int NameCount => _textOf.Count;

    /// <summary>Reads and validates a folder of documents and manifests, or one such file.</summary>
    /// <exception cref="InvalidDataException">Names every fault with file and line.</exception>
    public static TrustedDocuments Load(FileSystemInfo source, Schema schema)
    {
        var faults = new List<string>();
        var textOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in TrustedDocumentFiles.Read(source, faults))
        {
            faults.AddRange(FaultsOf(document, schema));
            foreach (var name in document.Names)
            {
                if (!textOf.TryAdd(name, document.Text) && textOf[name] != document.Text)
                {
                    faults.Add($"{document.Place}: another document has the name {name} already.");
                }
            }
        }

        if (faults.Count == 0 && textOf.Count is 0 or > HttpLimits.TrustedDocumentNames)
        {
            faults.Add(
                textOf.Count == 0
                    ? $"{source.FullName}: there is no document. Put *.graphql files or a manifest there."
                    : $"{source.FullName}: documents have {textOf.Count} names; {HttpLimits.TrustedDocumentNames} are allowed."
            );
        }

        return faults.Count == 0
            ? new TrustedDocuments(textOf)
            : throw new InvalidDataException(
                $"The trusted documents have faults, so nothing was started.\n{string.Join('\n', faults)}"
            );
    }

    public string? Find(string name) => _textOf.GetValueOrDefault(name);

    private static IEnumerable<string> FaultsOf(TrustedDocument document, Schema schema)
    {
        DocumentNode parsed;
        try
        {
            parsed = Parser.Parse(document.Text);
        }
        catch (SyntaxError error)
        {
            return [document.PlaceOf([error.Location]) + ": " + error.Message];
        }

        IReadOnlyList<GraphQLError> errors = DocumentValidator.Validate(parsed, schema, ValidationLimits.Request);
        return errors.Count == 0 && !parsed.Definitions.OfType<OperationDefinitionNode>().Any()
            ? [$"{document.Place}: there is no operation in the document."]
            : errors.Select(error => $"{document.PlaceOf(error.Locations)}: {error.Message}");
    }
}
