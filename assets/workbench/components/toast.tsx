import { signal } from "@preact/signals";
import { Button } from "./button.tsx";

export interface Toast {
  id: number;
  text: string;
  kind: "plain" | "bad";
  action?: { name: string; act: () => void } | undefined;
  /** Called when it goes away without its action having been chosen. */
  onClose?: (() => void) | undefined;
  timer: ReturnType<typeof setTimeout>;
}

const SECONDS = 10;
export const toasts = signal<readonly Toast[]>([]);
let serial = 0;

export function closeToast(id: number, isChosen = false): void {
  const toast = toasts.value.find((candidate) => candidate.id === id);
  if (!toast) return;
  clearTimeout(toast.timer);
  toasts.value = toasts.value.filter((candidate) => candidate !== toast);
  if (isChosen) toast.action?.act();
  else toast.onClose?.();
}

/** Tell of something that has left the screen, for ten seconds, with a way to take it back. Return its id. */
export function showToast(text: string, options: Partial<Pick<Toast, "kind" | "action" | "onClose">> = {}): number {
  const id = ++serial;
  const timer = setTimeout(() => closeToast(id), SECONDS * 1000);
  toasts.value = [...toasts.value, { id, text, kind: "plain", timer, ...options }];
  return id;
}

/** Choose the action of the newest toast that has one, as Ctrl Z does. Return whether there was one. */
export function chooseNewestToast(): boolean {
  const newest = toasts.value.findLast((toast) => toast.action);
  if (newest) closeToast(newest.id, true);
  return Boolean(newest);
}

export function Toasts({ label, closeName }: { label: string; closeName: string }) {
  return (
    <section class="toasts" aria-label={label} role="region">
      <div role="status" aria-live="polite">
        {toasts.value.map((toast) => (
          <div class={`toast ${toast.kind}`} key={toast.id}>
            <span>{toast.text}</span>
            {toast.action && <Button onClick={() => closeToast(toast.id, true)}>{toast.action.name}</Button>}
            <button type="button" class="icon" aria-label={closeName} onClick={() => closeToast(toast.id)}>✕</button>
          </div>
        ))}
      </div>
    </section>
  );
}
