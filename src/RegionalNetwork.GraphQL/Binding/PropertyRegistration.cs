using System.Reflection;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>Answers a field with the property of the same name: a delegate on its getter, no code generation.</summary>
internal static class PropertyRegistration
{
    private static readonly MethodInfo CreateOfClassMethod = Method(nameof(CreateOfClass));
    private static readonly MethodInfo CreateOfStructMethod = Method(nameof(CreateOfStruct));

    private delegate TValue StructGetter<TParent, out TValue>(ref TParent parent);

    public static FieldRegistration<TParent>? Find<TParent>(string fieldName)
    {
        var propertyName = char.ToUpperInvariant(fieldName[0]) + fieldName[1..];
        var getter = typeof(TParent).GetProperty(propertyName, BindingFlags.Public | BindingFlags.Instance)?.GetMethod;
        if (getter is null || getter.GetParameters().Length > 0)
        {
            return null;
        }

        var create = typeof(TParent).IsValueType ? CreateOfStructMethod : CreateOfClassMethod;
        return create
            .MakeGenericMethod(typeof(TParent), getter.ReturnType)
            .CreateDelegate<Func<string, MethodInfo, FieldRegistration<TParent>>>()(fieldName, getter);
    }

    private static GetterRegistration<TParent, TValue> CreateOfClass<TParent, TValue>(string name, MethodInfo getter) =>
        new(name, getter.CreateDelegate<Func<TParent, TValue>>());

    private static GetterRegistration<TParent, TValue> CreateOfStruct<TParent, TValue>(string name, MethodInfo getter)
    {
        var get = getter.CreateDelegate<StructGetter<TParent, TValue>>();
        return new GetterRegistration<TParent, TValue>(name, parent => get(ref parent));
    }

    private static MethodInfo Method(string name) =>
        typeof(PropertyRegistration).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
