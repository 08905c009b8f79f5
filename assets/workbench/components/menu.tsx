import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

export interface MenuItem {
  name: string;
  act: () => void;
  danger?: boolean;
  checked?: boolean;
  hint?: string;
}

interface Props {
  name: string;
  items: readonly MenuItem[];
  kind?: "plain" | "quiet";
  children?: ComponentChildren;
}

/** A button that opens a list of acts; arrow keys, Home, End, Escape and letters as everywhere. */
export function Menu({ name, items, kind = "plain", children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];

  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) root.current?.querySelector("button")?.focus();
  };

  useEffect(() => {
    if (!open) return;
    (entries().find((entry) => entry.ariaChecked === "true") ?? entries()[0])?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const list = entries();
    const at = list.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + list.length, Home: 0, End: list.length - 1 };
    if (event.key in to) list[(to[event.key] ?? 0) % list.length]?.focus();
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") return close(false);
    else if (/^\p{L}$/u.test(event.key)) {
      const letter = event.key.toLowerCase();
      [...list.slice(at + 1), ...list].find((entry) => entry.textContent?.toLowerCase().startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={`button ${kind}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={children ? name : undefined}
        onClick={() => setOpen(!open)}
      >
        {children ?? name}
        {!children && <span class="caret" aria-hidden="true">▾</span>}
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={name}>
          {items.map((item) => (
            <button
              type="button"
              role={item.checked === undefined ? "menuitem" : "menuitemradio"}
              aria-checked={item.checked}
              tabIndex={-1}
              class={item.danger ? "danger" : ""}
              onClick={() => {
                close(true);
                item.act();
              }}
            >
              {item.name}
              {item.hint && <kbd aria-hidden="true">{item.hint}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
