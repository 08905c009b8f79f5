import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/graphiql.css";
import "./graphiql.css";

const WELCOME = `# Ctrl-Enter runs the operation under the cursor.
#
# 1. Make an account and copy its token.

mutation Register {
  register(
    input: {
      email: "me@example.org"
      password: "correct horse 1"
      fullName: "My Name"
    }
  ) {
    accessToken
  }
}

# 2. Put the token into "Headers" below:
#    { "Authorization": "Bearer ..." }
#    Subscriptions send it as well.

query Applications {
  me { fullName }
  applications(first: 10) {
    totalCount
    edges { node { id companyName roleTitle status } }
  }
}

# 3. Watch the phases while they run.

subscription Progress($applicationId: ID!) {
  phaseEvents(applicationId: $applicationId, after: "0") {
    __typename
    id
    phase
    ... on PhaseProgressed { progress step }
    ... on PhaseText { text }
    ... on PhaseFailed { errorMessage }
  }
}
`;

const endpoint = new URL(window.location.pathname, window.location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol === "https:" ? "wss:" : "ws:";

const fetcher = createGraphiQLFetcher({
  url: endpoint.href,
  subscriptionUrl: socket.href,
  enableIncrementalDelivery: false,
});

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL fetcher={fetcher} defaultQuery={WELCOME} defaultEditorToolsVisibility="headers" />,
);
