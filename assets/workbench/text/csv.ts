// What a CSV file of applications holds, to be looked at before it is imported. The server decides what is right.

export interface CsvRow {
  /** Where it begins in the file, from 1. */
  line: number;
  values: Readonly<Record<string, string>>;
}

export interface LineProblem {
  /** Null where it is about the whole file. */
  line: number | null;
  message: string;
}

/** Return what stands between the names of the first line, as the server chooses it. */
function delimiterOf(text: string): string {
  const first = text.split("\n", 1)[0] ?? "";
  const count = (delimiter: string) => first.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Return the records of a CSV text with the lines they begin at; blank lines are none. */
function recordsOf(text: string): { line: number; cells: string[] }[] {
  const delimiter = delimiterOf(text);
  const records: { line: number; cells: string[] }[] = [];
  let [cells, cell, isQuoted, line, start]: [string[], string, boolean, number, number] = [[], "", false, 1, 1];
  const end = () => {
    if (cells.length || cell) records.push({ line: start, cells: [...cells, cell] });
    [cells, cell, start] = [[], "", line];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") line += 1;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (character === '"' && !cell) isQuoted = true;
    else if (character === delimiter) [cells, cell] = [[...cells, cell], ""];
    else if (character === "\n") end();
    else cell += character;
  }
  end();
  return records;
}

/** Return a file's text: UTF-8, or Windows-1252 where it is none, as spreadsheets on Windows write it. */
export function decodeCsv(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Return the rows of a CSV text by the names in its first line. */
export function readCsv(text: string): CsvRow[] {
  const [head, ...records] = recordsOf(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  const names = (head?.cells ?? []).map((name) => name.trim());
  return records.map(({ line, cells }) => ({
    line,
    values: Object.fromEntries(names.map((name, index) => [name, cells[index]?.trim() ?? ""])),
  }));
}

/** Return what the server says is wrong, by line: it counts rows from 2, without the blank lines. */
export function lineProblems(messages: readonly string[], rows: readonly CsvRow[]): LineProblem[] {
  return messages.flatMap((message) => message.split(/(?=\bRow \d+, )/)).map((message) => {
    const [, row, text] = /^Row (\d+), (.*)$/s.exec(message.trim()) ?? [];
    return row ? { line: rows[Number(row) - 2]?.line ?? Number(row), message: text ?? "" } : { line: null, message };
  });
}
