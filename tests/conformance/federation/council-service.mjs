// A council's own GraphQL service, as its developers would write it: a subgraph that adds practice notes to `Council` and
// meeting rooms to `Workstream`, and knows nothing else of either than the key.
import { createServer } from "node:http";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createHandler } from "graphql-http/lib/use/http";

export const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"])

  type Query {
    practiceNote(id: ID!): PracticeNote
    practiceNotes: [PracticeNote!]!
    "The councils that it was told of, by code, real or not."
    partners(codes: [String!]!): [Council]!
    rooms: [Room!]!
  }

  type Council @key(fields: "code") {
    code: String!
    practiceNotes: [PracticeNote!]!
  }

  type Workstream @key(fields: "id") {
    id: ID!
    room: String
  }

  type PracticeNote {
    id: ID!
    title: String!
    council: Council!
  }

  type Room {
    name: String!
    workstream: Workstream
  }

  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
`);

export const notes = [
  { id: "1", title: "Supervision in a duty team", council: { code: "E08000031" } },
  { id: "2", title: "Case audits with families", council: { code: "E08000025" } },
  { id: "3", title: "First year in practice", council: { code: "E08000031" } },
];

const resolvers = {
  Query: {
    practiceNote: (_, { id }) => notes.find((note) => note.id === id),
    practiceNotes: () => notes,
    partners: (_, { codes }) => codes.map((code) => ({ code })),
    rooms: () => [
      { name: "Severn", workstream: { id: "Workstream:west-midlands-anti-racist-practice" } },
      { name: "Trent", workstream: { id: "Workstream:there-is-none" } },
    ],
  },
  Council: {
    __resolveReference: ({ code }) => ({ code }),
    practiceNotes: ({ code }) => notes.filter((note) => note.council.code === code),
  },
  Workstream: {
    __resolveReference: ({ id }) => ({ id }),
    room: ({ id }) => (id.endsWith("practice") ? "Severn" : null),
  },
};

/** Serves it on a free port of loopback. */
export async function startCouncilService() {
  const server = createServer(createHandler({ schema: buildSubgraphSchema([{ typeDefs, resolvers }]) }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
