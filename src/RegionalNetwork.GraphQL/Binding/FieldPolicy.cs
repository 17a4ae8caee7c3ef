using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>
/// Turns a directive that the schema applies to a field, such as <c>@requires(role: "psw")</c>, into a check. Called once per
/// application when the schema is bound.
/// </summary>
/// <returns>The check; the same object for the same meaning, so that an operation runs it once however often it occurs.</returns>
public delegate FieldCheck FieldPolicy(DirectiveNode directive, Field field);

/// <summary>
/// Whether this caller may have the field. Depends on the request only, so it runs once per request, before any resolver.
/// </summary>
/// <param name="request">The object that the executor was given for the request.</param>
/// <returns>Null to allow; else the error of the field, whose path and locations the executor fills in.</returns>
public delegate GraphQLError? FieldCheck(object request);
