// Small parts that only show what they are given.
import type { ComponentChildren } from "preact";

export type Tone = "good" | "warn" | "bad" | "busy" | "plain";

const MARKS: Record<Tone, string> = { good: "✓", warn: "△", bad: "✕", busy: "◔", plain: "○" };

/** A status as mark, word and colour. */
export function Badge({ tone, children, live }: { tone: Tone; children: ComponentChildren; live?: boolean }) {
  return (
    <span class={`badge ${tone}`}>
      <span class="mark" aria-hidden="true">{MARKS[tone]}</span>
      <span role={live ? "status" : undefined}>{children}</span>
    </span>
  );
}

/** How far something is, from 0 to 1. */
export function Progress({ value, label }: { value: number; label: string }) {
  return <progress value={value} max={1} aria-label={label} />;
}

/** What will be here, why it is worth it, and the one button that fills it. */
export function EmptyState({ title, children, action }: {
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Something that went wrong, where the act was. */
export function Notice({ tone = "bad", children, action }: {
  tone?: "bad" | "warn" | "good" | "plain";
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`} role={tone === "bad" ? "alert" : "note"}>
      <span class="mark" aria-hidden="true">{tone === "plain" ? "i" : MARKS[tone]}</span>
      <div class="notice-text">{children}</div>
      {action && <div class="notice-actions">{action}</div>}
    </div>
  );
}

/** Rows in the shape of what is being loaded. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, () => <div class="skeleton-row" />)}
    </div>
  );
}
