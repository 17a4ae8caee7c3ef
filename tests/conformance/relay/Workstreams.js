// What a Relay application writes to show the network's workstreams page by page, forward.
import { graphql } from "relay-runtime";

export const workstreamsPage = graphql`
  query WorkstreamsPageQuery($count: Int = 10, $cursor: String) {
    ...Workstreams_query @arguments(count: $count, cursor: $cursor)
  }
`;

export const workstreams = graphql`
  fragment Workstreams_query on Query
  @refetchable(queryName: "WorkstreamsPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }, status: { type: "WorkstreamStatus" }) {
    workstreams(first: $count, after: $cursor, status: $status) @connection(key: "Workstreams_workstreams", filters: ["status"]) {
      totalCount
      edges {
        node {
          id
          ...Workstreams_workstream
        }
      }
    }
  }
`;

export const workstream = graphql`
  fragment Workstreams_workstream on Workstream
  @refetchable(queryName: "WorkstreamEventsPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
    title
    status
    theme {
      title
    }
    eventsConnection(first: $count, after: $cursor) @connection(key: "Workstreams_eventsConnection") {
      edges {
        node {
          kind
          title
          date
        }
      }
    }
  }
`;
