namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>The coercions of the scalars that every schema has.</summary>
internal static class BuiltInCoercions
{
    private static readonly Dictionary<string, IScalarCoercion> ByName = new(StringComparer.Ordinal)
    {
        ["Int"] = new IntCoercion(),
        ["Float"] = new FloatCoercion(),
        ["String"] = new StringCoercion(),
        ["Boolean"] = new BooleanCoercion(),
        ["ID"] = new IdCoercion(),
    };

    public static IScalarCoercion? Find(string scalar) => ByName.GetValueOrDefault(scalar);
}
