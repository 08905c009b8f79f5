import type { ComponentChildren, JSX } from "preact";

interface Props extends Omit<JSX.IntrinsicElements["button"], "type"> {
  kind?: "primary" | "plain" | "quiet" | "danger";
  busy?: boolean;
  /** The key that does the same, shown beside the name. */
  hint?: string;
  submit?: boolean;
  children: ComponentChildren;
}

/** A button that stays in place and says that it is busy, instead of going away. */
export function Button({ kind = "plain", busy = false, hint, submit, children, onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={submit ? "submit" : "button"}
      class={`button ${kind}`}
      aria-disabled={busy || rest["aria-disabled"] ? "true" : undefined}
      aria-busy={busy ? "true" : undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {children}
      {hint && <kbd aria-hidden="true">{hint}</kbd>}
    </button>
  );
}
