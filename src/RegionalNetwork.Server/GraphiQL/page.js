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

# What happens in a workstream, from its beginning and as it goes on. Stop it with the button that started it.
subscription Activity {
  workstreamActivity(workstream: "west-midlands-anti-racist-practice", after: "0") {
    position recordedAt kind council { name } event { title date } workstream { title status }
  }
}
`;

// A socket to the server that the page came from. The token of the headers editor goes with it, as the header does with a query.
const socketUrl = new URL("/graphql", location.href);
socketUrl.protocol = socketUrl.protocol.replace("http", "ws");

function subscribe(headers) {
  const authorization = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "authorization")?.[1];
  return graphqlWs.createClient({
    url: socketUrl.href,
    connectionParams: authorization ? { authorization } : undefined,
  });
}

function fetcher(parameters, options) {
  const wsClient = subscribe(options?.headers);
  return GraphiQL.createFetcher({ url: "/graphql", wsClient })(parameters, options);
}

const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: firstQuery,
    defaultEditorToolsVisibility: "variables",
  }),
);
