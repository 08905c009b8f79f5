// A new application, from the form to its first phase. Each step has a key of its own, so that trying again after a
// lost answer makes nothing twice.
import { act } from "./client.ts";
import { CreateApplicationDocument, CreateResumeDocument, PrepareApplicationDocument } from "./operations.ts";
import { randomId } from "../text/random.ts";
import { resumeName, type StartForm } from "../text/start-form.ts";

export class Preparation {
  private readonly keys = { resume: randomId(), application: randomId(), run: randomId() };
  private resumeId: string;

  constructor(private readonly form: StartForm, private readonly fallbackName: string) {
    this.resumeId = form.resumeId;
  }

  /** Save resume and application; with `write`, start all phases. Return the application's id. */
  async carryOut(write: boolean): Promise<string> {
    const { form, keys } = this;
    if (!this.resumeId) {
      const input = { name: resumeName(form.resume, this.fallbackName), content: form.resume };
      this.resumeId = (await act(CreateResumeDocument, { input, key: keys.resume })).createResume.id;
    }
    const input = {
      companyName: form.company,
      roleTitle: form.position,
      jobDescription: form.ad,
      jobUrl: form.url.trim() || null,
      additionalContext: form.notes.trim() || null,
    };
    const { id } = (await act(CreateApplicationDocument, { input, key: keys.application })).createApplication;
    if (write) await act(PrepareApplicationDocument, { id, resumeId: this.resumeId, key: keys.run });
    return id;
  }
}
