namespace RegionalNetwork.GraphQL.Execution.Inputs;

/// <summary>Coerced variables by name, without those that were not given and have no default.</summary>
internal sealed class VariableValues
{
    public static readonly VariableValues None = new();

    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public void Set(string name, object? value) => _values[name] = value;

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);
}
