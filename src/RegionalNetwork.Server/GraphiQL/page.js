// Starts GraphiQL on the endpoint that served the page. Every file comes from the server itself.
const firstQuery = `# Turnover of children's social workers in the West Midlands, with the region and England.
# Press the play button, or Ctrl-Enter.
query Turnover {
  benchmark(indicator: "CSW-01", period: "2023", region: "E12000005") {
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
