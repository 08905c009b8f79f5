// Calls every operation of the published OpenAPI document with the types that openapi-typescript makes of it.
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

declare const process: { env: Record<string, string | undefined> };

const called = new Set<string>();

/** Give the answer's data, or end the run with the operation and what the server said. */
function must<T>(operation: string, answer: { data?: T; error?: unknown; response: Response }): T {
  called.add(operation);
  if (!answer.response.ok) throw new Error(`${operation}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data as T;
}

export async function callAll(url: string, texts: { resume: string; ad: string }): Promise<Set<string>> {
  const api = createClient<paths>({ baseUrl: url });
  const person = { email: `typescript-${Date.now()}@example.com`, password: "SecurePass123!" };
  must("POST /auth/register", await api.POST("/api/v1/auth/register", { body: { ...person, full_name: "John Doe" } }));
  const session = must("POST /auth/login", await api.POST("/api/v1/auth/login", { body: person }));
  api.use({
    onRequest: ({ request }) => {
      request.headers.set("authorization", `Bearer ${session.access_token}`);
      return request;
    },
  });
  must("GET /auth/me", await api.GET("/api/v1/auth/me"));

  const cv = { name: "CV", content: texts.resume };
  const resume = must("POST /resumes", await api.POST("/api/v1/resumes", { body: cv }));
  const second = must("POST /resumes", await api.POST("/api/v1/resumes", { body: { ...cv, name: "Second" } }));
  must("GET /resumes", await api.GET("/api/v1/resumes"));
  const ofResume = { params: { path: { resume_id: resume.id } } };
  must("GET /resumes/{resume_id}", await api.GET("/api/v1/resumes/{resume_id}", ofResume));
  must("PUT /resumes/{resume_id}", await api.PUT("/api/v1/resumes/{resume_id}", { ...ofResume, body: cv }));
  const ofSecond = { params: { path: { resume_id: second.id } } };
  must("DELETE /resumes/{resume_id}", await api.DELETE("/api/v1/resumes/{resume_id}", ofSecond));

  const application = must(
    "POST /applications",
    await api.POST("/api/v1/applications", {
      body: { company_name: "Harbour Labs", role_title: "Developer", job_description: texts.ad, location: "Bristol" },
    }),
  );
  const of = { params: { path: { application_id: application.id } } };
  const changed = must(
    "PUT /applications/{application_id}",
    await api.PUT("/api/v1/applications/{application_id}", { ...of, body: { company_name: "Harbour" } }),
  );
  if (changed.location !== "Bristol") throw new Error("a field that was not sent was changed");
  must("GET /applications", await api.GET("/api/v1/applications", { params: { query: { limit: 10 } } }));
  must("GET /applications/{application_id}", await api.GET("/api/v1/applications/{application_id}", of));

  const process_ = "/api/v1/processing/applications/{application_id}";
  const start = "POST /processing/applications/{application_id}";
  must(`${start}/research`, await api.POST(`${process_}/research`, of));
  await finished();
  must(`${start}/resume`, await api.POST(`${process_}/resume`, of));
  await finished();
  must(`${start}/cover-letter`, await api.POST(`${process_}/cover-letter`, { ...of, body: {} }));
  await finished();

  const documents = "/api/v1/applications/{application_id}/documents";
  must("GET /applications/{application_id}/documents", await api.GET(documents, of));
  const letter = { params: { path: { ...of.params.path, document_type: "cover_letter" as const } } };
  const one = "/applications/{application_id}/documents/{document_type}";
  const text = must(`GET ${one}`, await api.GET(`${documents}/{document_type}`, letter));
  const edited = { ...letter, body: { content: `${text.content}\n\nP.S. Thank you.` } };
  must(`PUT ${one}`, await api.PUT(`${documents}/{document_type}`, edited));
  must("DELETE /applications/{application_id}", await api.DELETE("/api/v1/applications/{application_id}", of));
  return called;

  async function finished(): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const operation = "GET /processing/applications/{application_id}/status";
      const { status } = must(operation, await api.GET(`${process_}/status`, of));
      if (status === "completed") return;
      if (status !== "processing") throw new Error(`the phase ended as ${status}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("a phase took longer than a minute");
  }
}
