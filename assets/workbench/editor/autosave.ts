// When a text is kept, reviewed and saved. Knows no browser: clock, storage and server are handed in.
export type SaveState =
  | { kind: "saved"; at: number | null }
  | { kind: "writing" }
  | { kind: "saving" }
  | { kind: "unsaved" }
  | { kind: "conflict"; version: number | null }
  | { kind: "refused"; message: string };

export interface Saved {
  version: number;
  at: number;
}

/** How a save failed: another version came between, the way was lost, or the server will not have the text. */
export type SaveFailure = { kind: "conflict"; version: number | null } | { kind: "lost" } | { kind: "refused"; message: string };

export interface Services {
  keep: (text: string, version: number) => void;
  drop: () => void;
  save: (text: string, version: number, leaving: boolean) => Promise<Saved | SaveFailure>;
  review: (text: string) => Promise<void>;
  changed: (state: SaveState) => void;
  later: (run: () => void, milliseconds: number) => () => void;
  now: () => number;
}

export const REVIEW_MILLISECONDS = 700;
export const SAVE_MILLISECONDS = 2000;
const RETRY_MILLISECONDS = 4000;

export class Autosave {
  private cancelReview: (() => void) | null = null;
  private cancelSave: (() => void) | null = null;
  private saving: Promise<void> | null = null;
  private reviewing = false;
  private reviewAgain = false;
  private stopped = false;
  private state: SaveState;

  constructor(
    private text: string,
    public version: number,
    savedAt: number | null,
    private readonly services: Services,
    private savedText = text,
  ) {
    this.state = { kind: "saved", at: savedAt };
  }

  get isDirty(): boolean {
    return this.text !== this.savedText;
  }

  private show(state: SaveState): void {
    this.state = state;
    this.services.changed(state);
  }

  /** The text was changed by a person. */
  type(text: string): void {
    this.text = text;
    const { later } = this.services;
    // At once: a tab may die with the next stroke, and keeping a text takes a fraction of a millisecond.
    this.keepNow();
    this.cancelReview?.();
    this.cancelReview = later(() => void this.reviewNow(), REVIEW_MILLISECONDS);
    if (this.state.kind === "conflict") return;
    this.cancelSave?.();
    this.cancelSave = later(() => void this.saveNow(), SAVE_MILLISECONDS);
    if (this.state.kind !== "unsaved") this.show({ kind: "writing" });
  }

  private keepNow(): void {
    if (this.isDirty) this.services.keep(this.text, this.version);
  }

  /** One review in flight; the newest text wins. */
  private async reviewNow(): Promise<void> {
    if (this.reviewing) {
      this.reviewAgain = true;
      return;
    }
    this.reviewing = true;
    await this.services.review(this.text);
    this.reviewing = false;
    if (this.reviewAgain && !this.stopped) {
      this.reviewAgain = false;
      await this.reviewNow();
    }
  }

  /** Save what is there. `leaving`: the page is about to go, and the request has to outlive it. */
  async saveNow(leaving = false): Promise<void> {
    this.cancelSave?.();
    this.cancelSave = null;
    if (this.saving && !leaving) {
      await this.saving;
      return this.saveNow();
    }
    if (!this.isDirty || this.state.kind === "conflict") {
      if (!this.isDirty && this.state.kind === "writing") this.show({ kind: "saved", at: null });
      return;
    }
    this.keepNow();
    this.saving = this.send(leaving);
    await this.saving;
    this.saving = null;
  }

  private async send(leaving: boolean): Promise<void> {
    const text = this.text;
    this.show({ kind: "saving" });
    const result = await this.services.save(text, this.version, leaving);
    if ("kind" in result) {
      if (result.kind === "lost") {
        this.show({ kind: "unsaved" });
        if (!this.stopped) this.cancelSave = this.services.later(() => void this.saveNow(), RETRY_MILLISECONDS);
      } else {
        this.show(result);
      }
      return;
    }
    this.savedText = text;
    this.version = result.version;
    if (this.isDirty) {
      this.show({ kind: "writing" });
      return;
    }
    this.services.drop();
    this.show({ kind: "saved", at: result.at });
  }

  /** Another version was seen on the server. */
  noteVersion(version: number, text: string): void {
    // A conflict ends by `resolve` only: while it is being settled, versions come that are steps on the way.
    if (version <= this.version || this.saving || this.state.kind === "conflict") return;
    if (text === this.text) this.settle(text, version);
    else this.show({ kind: "conflict", version });
  }

  /** The conflict is resolved: go on from that version of the server with this text. */
  resolve(text: string, version: number, savedText: string): void {
    this.text = text;
    this.version = version;
    this.savedText = savedText;
    this.show(this.isDirty ? { kind: "writing" } : { kind: "saved", at: this.services.now() });
    if (!this.isDirty) this.services.drop();
  }

  private settle(text: string, version: number): void {
    this.resolve(text, version, text);
  }

  /** Keep what is not saved and stop all clocks. */
  stop(): void {
    this.keepNow();
    this.stopped = true;
    for (const cancel of [this.cancelReview, this.cancelSave]) cancel?.();
  }
}
