// A GraphQL client in one function: fetch, and the types that GraphQL Code Generator makes of each operation.
import type { TypedDocumentString } from "../build/generated/graphql.js";

export class GraphQLRequestError extends Error {}

/** Answers with the operation's data; throws where the server reports errors, with their messages. */
export async function execute<TResult, TVariables>(
  endpoint: string,
  operation: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
): Promise<TResult> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: operation.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: TResult | null; errors?: { message: string }[] };
  if (errors !== undefined || data === undefined || data === null) {
    throw new GraphQLRequestError(errors?.map((error) => error.message).join("\n") ?? `Status ${response.status}`);
  }
  return data;
}
