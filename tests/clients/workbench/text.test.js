// The pure text functions, without a browser.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "./bundle.js";

const [view, highlight, diff, blocks, inline, spans, drafts, form, checked, csv] = await Promise.all([
  load("text/phase-view.ts"),
  load("text/highlight.ts"),
  load("text/diff.ts"),
  load("text/markdown-blocks.ts"),
  load("text/markdown-inline.ts"),
  load("text/spans.ts"),
  load("text/drafts.ts"),
  load("text/start-form.ts"),
  load("text/checked.ts"),
  load("text/csv.ts"),
]);

const event = (__typename, fields = {}) => ({ __typename, id: "1", phase: "RESEARCH", ...fields });
const after = (...events) => events.reduce(view.reduce, view.emptyPhase);

describe("a phase's view", () => {
  test("text is appended and progress never goes back", () => {
    const seen = after(
      event("PhaseStarted"),
      event("PhaseProgressed", { progress: 0.6, step: "Writing", stepCode: "write" }),
      event("PhaseText", { text: "Dear " }),
      event("PhaseProgressed", { progress: 0.2, step: "Writing", stepCode: "write" }),
      event("PhaseText", { text: "team" }),
    );
    assert.equal(seen.text, "Dear team");
    assert.equal(seen.progress, 0.6);
    assert.equal(seen.state, "writing");
  });

  test("a restart empties the text and says why", () => {
    const seen = after(event("PhaseText", { text: "old" }), event("PhaseRestarted", { attempt: 2, reason: "Lost" }));
    assert.deepEqual([seen.text, seen.attempt, seen.reason], ["", 2, "Lost"]);
  });

  test("a failure keeps what it was", () => {
    const seen = after(event("PhaseFailed", { errorCode: "PROCESSING_ERROR", errorMessage: "No" }));
    assert.deepEqual(seen.failure, { code: "PROCESSING_ERROR", message: "No" });
  });

  const facts = { plannedPhases: [], processing: { currentPhase: null, status: "IDLE" }, documents: [], runs: [] };
  const made = (documentType, stale = false) => ({ documentType, stale });

  for (const [state, changes] of [
    ["not started", {}],
    ["queued", { runs: [{ phase: "RESEARCH", status: "QUEUED" }] }],
    ["queued", { plannedPhases: ["RESEARCH"] }],
    ["writing", { processing: { currentPhase: "RESEARCH", status: "PROCESSING" } }],
    ["ready", { documents: [made("RESEARCH_REPORT")] }],
    ["out of date", { documents: [made("RESEARCH_REPORT", true)] }],
    ["failed", { runs: [{ phase: "RESEARCH", status: "FAILED" }], documents: [made("RESEARCH_REPORT")] }],
    ["cancelled", { runs: [{ phase: "RESEARCH", status: "CANCELLED" }] }],
  ]) {
    test(`stands at "${state}" with ${JSON.stringify(changes)}`, () => {
      assert.equal(view.phaseState("RESEARCH", { ...facts, ...changes }), state);
    });
  }

  test("the next phase is the first without a document, and none while one runs", () => {
    const documents = [made("RESEARCH_REPORT")];
    assert.equal(view.nextPhase({ ...facts, documents }), "RESUME");
    const processing = { currentPhase: "RESUME", status: "PROCESSING" };
    assert.equal(view.nextPhase({ ...facts, documents, processing }), null);
  });
});

describe("marks", () => {
  const findings = [{ line: 2, quote: "AWS", severity: "BLOCK", range: { start: 2, end: 5 } }];

  test("ranges count code points, the browser UTF-16 units", () => {
    const text = "head\n😀 AWS 😀";
    const [mark] = highlight.marksOf(text, findings);
    const line = text.split("\n")[1];
    assert.equal(line.slice(mark.start, mark.end), "AWS");
  });

  test("a mark moves with its line when lines come or go above it", () => {
    const text = "one\nwith AWS here\nend";
    const marks = highlight.marksOf(text, [{ line: 2, quote: "AWS", severity: "WARN" }]);
    const moved = highlight.moveMarks(marks, text, `new\nnew\n${text}`);
    assert.deepEqual(moved.map(({ line }) => line), [4]);
  });

  test("a mark stays on its words when its line is edited before or behind them, and goes when they are", () => {
    const text = "I hold an AWS certificate";
    const marks = highlight.marksOf(text, [{ line: 1, quote: "AWS", severity: "WARN" }]);
    for (const [edited, words] of [
      [`Well, ${text}`, "AWS"],
      [`${text} too`, "AWS"],
      ["I hold an Azure certificate", undefined],
    ]) {
      const [mark] = highlight.moveMarks(marks, text, edited);
      assert.equal(mark && edited.slice(mark.start, mark.end), words);
    }
  });

  test("pieces give the line back, with the severest mark on top", () => {
    const marks = [
      { id: 0, line: 1, start: 2, end: 8, severity: "INFO" },
      { id: 1, line: 1, start: 4, end: 6, severity: "BLOCK" },
    ];
    const cut = highlight.pieces("0123456789", marks);
    assert.equal(cut.map(({ text }) => text).join(""), "0123456789");
    assert.deepEqual(cut.map(({ mark }) => mark?.id ?? null), [null, 0, 1, 0, null]);
  });

  test("the sentence around a place is taken out whole", () => {
    const text = "First one. I led 40 people. Last one.\nNext line.";
    const at = text.indexOf("40");
    const [start, end] = highlight.sentenceAround(text, at, at + 2);
    assert.equal(text.slice(0, start) + text.slice(end), "First one. Last one.\nNext line.");
  });

  test("a bullet goes with its line", () => {
    const text = "- one\n- led 40 people\n- three";
    const at = text.indexOf("40");
    const [start, end] = highlight.sentenceAround(text, at, at + 2);
    assert.equal(text.slice(0, start) + text.slice(end), "- one\n- three");
  });
});

describe("comparing", () => {
  const before = "# Title\nfirst line\nsecond line of text\nthird\nfourth line moved\nfifth\n";
  const after = "fourth line moved\n# Title\nfirst line\nsecond line of words\nthird\nfifth\nsixth\n";

  test("what is not changed and what is added make the new text", () => {
    const lines = diff.compare(before, after).flatMap((part) =>
      part.kind === "same" ? part.lines.map(({ text }) => text) : part.added.map(({ text }) => text));
    assert.equal(`${lines.join("\n")}\n`, after);
  });

  test("words that changed are marked inside their line", () => {
    const rows = diff.compare(before, after).filter(({ kind }) => kind === "change").flatMap(({ added }) => added);
    const row = rows.find(({ text }) => text.startsWith("second"));
    assert.deepEqual(row.words.filter(({ kind }) => kind === "added").map(({ text }) => text), ["words"]);
  });

  test("a line that stands elsewhere is told as moved", () => {
    const rows = diff.compare(before, after).filter(({ kind }) => kind === "change").flatMap(({ added }) => added);
    assert.deepEqual(rows.filter(({ moved }) => moved).map(({ text }) => text), ["fourth line moved"]);
  });

  test("putting every change back, from the last to the first, gives the old text", () => {
    const changes = diff.compare(before, after).filter(({ kind }) => kind === "change");
    const text = changes.reverse().reduce((current, change) => diff.putBack(current, change), after);
    assert.equal(text, before);
  });
});

describe("Markdown", () => {
  const parse = (text) => blocks.parseBlocks(text.split("\n"));

  test("each block knows its line", () => {
    const text = "# One\n\nPara\nmore\n\n- a\n- b\n  - c\n\n## Two\n| x | y |\n|---|---|\n| 1 | 2 |";
    const seen = parse(text);
    assert.deepEqual(seen.map(({ kind, line }) => [kind, line]), [
      ["heading", 1], ["paragraph", 3], ["list", 6], ["heading", 10], ["table", 11],
    ]);
    const list = seen[2];
    assert.deepEqual(list.items.map(({ line }) => line), [6, 7]);
    assert.equal(list.items[1].blocks[1].items[0].line, 8);
    assert.deepEqual(seen[4].rows, [["1", "2"]]);
  });

  test("inline marks nest, and those without an end are text", () => {
    const [strong, rest] = inline.parseInline("**bold *and* more** 2 * 3 = 6");
    assert.equal(strong.kind, "strong");
    assert.deepEqual(strong.content.map(({ kind }) => kind), ["text", "em", "text"]);
    assert.deepEqual(rest, { kind: "text", text: " 2 * 3 = 6" });
    assert.deepEqual(inline.parseInline("snake_case_name"), [{ kind: "text", text: "snake_case_name" }]);
  });

  test("HTML is text, and a link keeps its address for the page to judge", () => {
    assert.deepEqual(inline.parseInline("<img src=x onerror=alert(1)>"), [
      { kind: "text", text: "<img src=x onerror=alert(1)>" },
    ]);
    const [link] = inline.parseInline("[go](javascript:alert)");
    assert.equal(link.href, "javascript:alert");
  });

  test("no text takes more than its length in steps", () => {
    const seconds = (text) => {
      const start = process.hrtime.bigint();
      parse(text).forEach((block) => block.text && inline.parseInline(block.text));
      return Number(process.hrtime.bigint() - start);
    };
    for (const piece of ["**a ", "[a](", "`a", "_a *", "> ", "- a\n", "<http://a"]) {
      seconds(piece.repeat(2000));
      const [small, large] = [seconds(piece.repeat(5000)), seconds(piece.repeat(20_000))];
      assert.ok(large < 40 * small + 2e8, `${JSON.stringify(piece)}: ${small} ns, then ${large} ns`);
    }
  });
});

describe("places in a text", () => {
  test("cut gives the text back and leaves out what overlaps", () => {
    const text = "React and Node";
    const parts = spans.cut(text, [
      { start: 0, end: 5, value: "a" },
      { start: 3, end: 9, value: "b" },
      { start: 10, end: 14, value: "c" },
    ]);
    assert.equal(parts.map((part) => part.text).join(""), text);
    assert.deepEqual(parts.map(({ value }) => value), ["a", null, "c"]);
  });

  test("positions are code points", () => {
    const text = "😀😀 React";
    const at = spans.place(text, "React", { start: 3, end: 8 });
    assert.equal(text.slice(at.start, at.end), "React");
  });
});

describe("drafts", () => {
  function store() {
    const items = new Map();
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => items.set(key, value),
      removeItem: (key) => items.delete(key),
      key: (index) => [...items.keys()][index] ?? null,
      get length() {
        return items.size;
      },
    };
  }
  const draft = { text: "typed", version: 3, at: 5 };

  test("a draft is given back to its user and to no other", () => {
    const shelf = store();
    drafts.saveDraft(shelf, "me", "doc", draft);
    assert.deepEqual(drafts.readDraft(shelf, "me", "doc"), draft);
    assert.equal(drafts.readDraft(shelf, "you", "doc"), null);
  });

  test("signing out clears a user's drafts and leaves the others'", () => {
    const shelf = store();
    for (const user of ["me", "you"]) for (const thing of ["a", "b"]) drafts.saveDraft(shelf, user, thing, draft);
    drafts.clearDrafts(shelf, "me");
    assert.equal(drafts.readDraft(shelf, "me", "a"), null);
    assert.deepEqual(drafts.readDraft(shelf, "you", "b"), draft);
  });

  test("a full or broken store loses nothing but the draft", () => {
    const full = { ...store(), setItem: () => { throw new Error("QuotaExceeded"); } };
    assert.equal(drafts.saveDraft(full, "me", "doc", draft), false);
    const broken = store();
    broken.setItem("jobforge.draft.me.doc", "{");
    assert.equal(drafts.readDraft(broken, "me", "doc"), null);
  });
});

describe("the form of a new application", () => {
  const full = { ...form.emptyForm, resume: "x".repeat(100), ad: "y".repeat(50), company: "C", position: "P" };

  test("says what is missing and nothing else", () => {
    assert.deepEqual(form.missingIn(full), {});
    assert.deepEqual(Object.keys(form.missingIn(form.emptyForm)).sort(), ["ad", "company", "position", "resume"]);
    assert.deepEqual(form.missingIn({ ...full, resume: "", resumeId: "1" }), {});
  });

  test("a resume is named after its first line", () => {
    assert.equal(form.resumeName("\n# **Mara Lindqvist**\nrest", "Resume"), "Mara Lindqvist");
    assert.equal(form.resumeName("", "Resume"), "Resume");
  });
});

describe("what the checks changed", () => {
  const content = "one\nI helped a team of 4.\nthree";

  test("a line goes back to what the writer wrote, wherever it stands by now", () => {
    const change = { line: 2, before: "I led a team of 40.", after: "I helped a team of 4." };
    assert.equal(checked.putLineBack(content, change), "one\nI led a team of 40.\nthree");
    assert.equal(checked.putLineBack(`new\n${content}`, change), "new\none\nI led a team of 40.\nthree");
  });

  test("a line that was left out comes back, and once only", () => {
    const change = { line: 2, before: "left out", after: null };
    const restored = checked.putLineBack(content, change);
    assert.equal(restored.split("\n")[1], "left out");
    assert.equal(checked.putLineBack(restored, change), null);
  });

  test("a line that was edited since is left alone", () => {
    assert.equal(checked.putLineBack("other", { line: 1, before: "a", after: "b" }), null);
  });
});

describe("a CSV file of applications", () => {
  const text = '\ufeffcompany_name,role_title\r\n"Dock, ""Street""\nLtd",Fitter\r\n\r\nHarbour,Cook\r\n';

  test("quotes, line breaks and blank lines are read, and each row knows its line", () => {
    assert.deepEqual(csv.readCsv(text), [
      { line: 2, values: { company_name: 'Dock, "Street"\nLtd', role_title: "Fitter" } },
      { line: 5, values: { company_name: "Harbour", role_title: "Cook" } },
    ]);
  });

  test("semicolons and tabs are delimiters where the first line has them", () => {
    for (const delimiter of [";", "\t"]) {
      const [row] = csv.readCsv(`company_name${delimiter}role_title\nA, B${delimiter}Cook\n`);
      assert.deepEqual(row.values, { company_name: "A, B", role_title: "Cook" });
    }
  });

  test("a file that is no UTF-8 is read as Windows-1252", () => {
    assert.equal(csv.decodeCsv(Uint8Array.from(Buffer.from("Müller", "latin1")).buffer), "Müller");
    assert.equal(csv.decodeCsv(Uint8Array.from(Buffer.from("Müller")).buffer), "Müller");
  });

  test("what the server refuses is shown with the line of the file", () => {
    const messages = ["Row 2, stage: Not a stage Row 3, deadline: Not a date", "Must be at most 1000 rows"];
    assert.deepEqual(csv.lineProblems(messages, csv.readCsv(text)).map(({ line, message }) => [line, message.trim()]), [
      [2, "stage: Not a stage"],
      [5, "deadline: Not a date"],
      [null, "Must be at most 1000 rows"],
    ]);
  });
});
