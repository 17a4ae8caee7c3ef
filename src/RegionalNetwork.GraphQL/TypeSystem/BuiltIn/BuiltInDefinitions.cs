using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

/// <summary>
/// What every schema has without being written: scalars, directives and the introspection types.
/// https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars, #sec-Type-System.Directives.Built-in-Directives
/// and #sec-Schema-Introspection.Schema-Introspection-Schema
/// </summary>
internal static class BuiltInDefinitions
{
    private const string Scalars = """
        "A signed 32-bit integer."
        scalar Int

        "A signed double-precision number as of IEEE 754."
        scalar Float

        "Text, as a sequence of Unicode code points."
        scalar String

        "True or false."
        scalar Boolean

        "An opaque identifier. It is written as a string; an integer is accepted too."
        scalar ID
        """;

    private const string Directives = """
        "Includes a field or fragment only when the argument is true."
        directive @include("Included when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Leaves out a field or fragment when the argument is true."
        directive @skip("Left out when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks what should no longer be used."
        directive @deprecated(
          "Why, and what to use instead, in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Points to the specification of a custom scalar."
        directive @specifiedBy("Where the behaviour of the scalar is specified." url: String!) on SCALAR

        "Marks an input object of which exactly one field must be given."
        directive @oneOf on INPUT_OBJECT
        """;

    private const string Introspection = """
        "What a service offers: its types, its directives, and where operations start."
        type __Schema {
          description: String
          "All types of the service."
          types: [__Type!]!
          "Where queries start."
          queryType: __Type!
          "Where mutations start, if the service supports them."
          mutationType: __Type
          "Where subscriptions start, if the service supports them."
          subscriptionType: __Type
          "All directives of the service."
          directives: [__Directive!]!
        }

        "A type. Which of its fields apply depends on its kind; the others are null."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "The kind of a type."
        enum __TypeKind {
          SCALAR
          OBJECT
          INTERFACE
          UNION
          ENUM
          INPUT_OBJECT
          LIST
          NON_NULL
        }

        "A field of an object or interface type."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "Written as a GraphQL value."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum type."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive, which changes how a document or a schema is understood."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "A place where a directive may stand."
        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """;

    public static IReadOnlyList<TypeDefinitionNode> ScalarNodes { get; } = Parse<TypeDefinitionNode>(Scalars);

    public static IReadOnlyList<DirectiveDefinitionNode> DirectiveNodes { get; } =
        Parse<DirectiveDefinitionNode>(Directives);

    public static IReadOnlyList<TypeDefinitionNode> IntrospectionNodes { get; } =
        Parse<TypeDefinitionNode>(Introspection);

    private static List<T> Parse<T>(string text) =>
        [.. Parser.Parse(new Source(text, "built-in definitions"), ParserLimits.Schema).Definitions.Cast<T>()];
}
