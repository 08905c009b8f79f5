import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export interface Tab<K extends string> {
  key: K;
  name: string;
  mark?: ComponentChildren;
}

interface Props<K extends string> {
  name: string;
  tabs: readonly Tab<K>[];
  chosen: K;
  onChoose: (key: K) => void;
  panel: string;
}

/** A row of tabs; `panel` is the id of what they switch. */
export function Tabs<K extends string>({ name, tabs, chosen, onChoose, panel }: Props<K>) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === chosen);
    const to: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[(to[event.key] ?? Number.NaN) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={name} ref={row} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          type="button"
          role="tab"
          id={`${panel}-${tab.key}`}
          data-tab={tab.key}
          aria-selected={tab.key === chosen}
          aria-controls={panel}
          tabIndex={tab.key === chosen ? 0 : -1}
          onClick={() => onChoose(tab.key)}
        >
          {tab.name}
          {tab.mark}
        </button>
      ))}
    </div>
  );
}
