// The page's words. English is in the script; the other languages come as JSON when they are chosen.
import { signal } from "@preact/signals";
import { localeAddress } from "../api/base.ts";
import en, { type Key, type Words } from "./en.ts";
import { type Example, example } from "./example.ts";

export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = "jobforge.language";
export const language = signal<Language>("en");
const words = signal<Record<Key, string> & Partial<Words>>(en);

const isLanguage = (name: string | null | undefined): name is Language => Boolean(name && name in LANGUAGES);

/** Return the language to show: the user's own, the one chosen on this device, the browser's, or else English. */
export function preferredLanguage(own: string | null | undefined): Language {
  const wishes = [own, localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wishes.find(isLanguage) ?? "en";
}

/** Show a language. Stays with the present one when its words cannot be had. */
export async function useLanguage(next: Language): Promise<void> {
  if (next !== "en") {
    const response = await fetch(localeAddress(next) ?? "").catch(() => null);
    if (!response?.ok) return;
    words.value = { ...en, ...(await response.json()) };
  } else {
    words.value = en;
  }
  language.value = next;
  document.documentElement.lang = next;
}

/** Return the example of the shown language, the English one where it cannot be had. */
export async function exampleTexts(): Promise<Example> {
  const found = localeAddress(`${language.value}-example`);
  const response = found ? await fetch(found).catch(() => null) : null;
  return response?.ok ? response.json() : example;
}

export function rememberLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
}

function formOf(text: string, n: string | number | undefined, tag: string): string {
  if (typeof n !== "number") return text;
  const forms = text.split("|");
  return (new Intl.PluralRules(tag).select(n) === "one" ? forms[0] : forms.at(-1)) ?? "";
}

/** Return a text with its values put in. A text with "|" has a form for one and a form for the rest, by `n`. */
export function fill(text: string, values: Record<string, string | number>, tag: string): string {
  return formOf(text, values.n, tag).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(tag) : (value ?? "");
  });
}

export const t = (key: Key, values: Record<string, string | number> = {}): string =>
  fill(words.value[key], values, language.value);

/** Return the text of a key that is made at run time, or else what is handed in. */
export function tOr(key: string, fallback: string, values: Record<string, string | number> = {}): string {
  const text = words.value[key as Key] as string | undefined;
  return text === undefined ? fallback : fill(text, values, language.value);
}

export const percent = (share: number): string =>
  new Intl.NumberFormat(language.value, { style: "percent" }).format(share);

/** Return an amount in millionths of a currency for people. */
export const money = (micros: number, currency: string): string =>
  new Intl.NumberFormat(language.value, { style: "currency", currency, maximumFractionDigits: 4 }).format(micros / 1e6);

export const clock = (at: number | string): string =>
  new Date(at).toLocaleTimeString(language.value, { hour: "2-digit", minute: "2-digit" });

export const dateTime = (at: string): string =>
  new Date(at).toLocaleString(language.value, { dateStyle: "medium", timeStyle: "short" });

export const day = (at: string): string => new Date(at).toLocaleDateString(language.value, { dateStyle: "medium" });

export const listing = (items: readonly string[]): string =>
  new Intl.ListFormat(language.value, { type: "conjunction" }).format(items);

const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60]] as const;

/** Return how long ago something was, in the largest unit that fits. */
export function ago(at: string, now = Date.now()): string {
  const seconds = (now - Date.parse(at)) / 1000;
  const format = new Intl.RelativeTimeFormat(language.value, { numeric: "auto", style: "short" });
  for (const [unit, size] of UNITS) if (Math.abs(seconds) >= size) return format.format(-Math.floor(seconds / size), unit);
  return format.format(0, "second");
}
