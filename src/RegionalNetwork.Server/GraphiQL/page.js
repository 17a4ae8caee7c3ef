// Starts GraphiQL on the endpoint that served the page. Every file comes from the server itself.
const firstQuery = `# A council with its Principal Social Workers, its priorities and its workstreams.
# Press the play button, or Ctrl-Enter.
query Profile {
  council(code: "E08000031") {
    name
    principalSocialWorkers { title from }
    priorities(year: "2022-23") { rank title theme { title } }
    workstreams { title events { kind date } }
  }
}

# Once figures are imported: turnover in the West Midlands, beside the region and England.
query Turnover {
  benchmark(indicator: "CSW-01", region: "E12000005") {
    period { code identifier }
    rows { name figure { value status } }
    region { value published { value } coverage { contributors expected } }
    england { value }
  }
}
`;

const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: firstQuery,
    defaultEditorToolsVisibility: "variables",
  }),
);
