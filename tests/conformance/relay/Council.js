// A council's profile: priorities backward from the earliest, workstreams both ways, and an object fetched again by its id.
import { graphql } from "relay-runtime";

export const councilPage = graphql`
  query CouncilPageQuery($code: String!) {
    council(code: $code) {
      name
      ...Council_priorities
      ...Council_workstreams
    }
  }
`;

export const priorities = graphql`
  fragment Council_priorities on Council
  @refetchable(queryName: "CouncilPrioritiesPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    prioritiesConnection(last: $count, before: $cursor) @connection(key: "Council_prioritiesConnection") {
      edges {
        node {
          title
          owner {
            __typename
            ... on Node {
              id
            }
          }
        }
      }
    }
  }
`;

export const workstreams = graphql`
  fragment Council_workstreams on Council
  @refetchable(queryName: "CouncilWorkstreamsPaginationQuery")
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  ) {
    workstreamsConnection(first: $first, after: $after, last: $last, before: $before)
      @connection(key: "Council_workstreamsConnection") {
      edges {
        node {
          title
        }
      }
    }
  }
`;

export const createWorkstream = graphql`
  mutation CouncilCreateWorkstreamMutation($input: CreateWorkstreamInput!, $connections: [ID!]!) {
    createWorkstream(input: $input) {
      workstream @appendNode(connections: $connections, edgeTypeName: "WorkstreamEdge") {
        id
        title
      }
      problems {
        message
      }
    }
  }
`;
