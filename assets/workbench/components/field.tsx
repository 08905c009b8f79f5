import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Common {
  label: string;
  value: string;
  onValue: (value: string) => void;
  error?: string | undefined;
  hint?: ComponentChildren;
  optional?: string;
}

interface InputProps extends Common {
  type?: "text" | "email" | "password" | "url" | "date" | "datetime-local" | "number";
  autocomplete?: string;
  onBlur?: () => void;
}

interface AreaProps extends Common {
  rows?: number;
  placeholder?: string;
  spellcheck?: boolean;
  onPaste?: (event: ClipboardEvent) => void;
}

function Notes({ id, error, hint }: { id: string; error?: string | undefined; hint?: ComponentChildren }) {
  return (
    <>
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      {error && <span class="field-error" id={`${id}-error`}><span aria-hidden="true">✕ </span>{error}</span>}
    </>
  );
}

const describedBy = (id: string, error: unknown, hint: unknown) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** One line of text with its label, a hint and what is wrong with it. */
export function Field({ label, value, onValue, error, hint, optional, type = "text", ...rest }: InputProps) {
  const id = useId();
  return (
    <div class="field">
      <div class="label-line">
        <label for={id}>{label}</label>
        {optional && <span class="faint small">{optional}</span>}
      </div>
      <input
        {...rest}
        type={type as "text"}
        id={id}
        value={value}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, error, hint)}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <Notes id={id} error={error} hint={hint} />
    </div>
  );
}

/** Several lines of text, in the same manner. */
export function TextArea({ label, value, onValue, error, hint, optional, ...rest }: AreaProps) {
  const id = useId();
  return (
    <div class="field">
      <div class="label-line">
        <label for={id}>{label}</label>
        {optional && <span class="faint small">{optional}</span>}
      </div>
      <textarea
        {...rest}
        id={id}
        value={value}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, error, hint)}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <Notes id={id} error={error} hint={hint} />
    </div>
  );
}

interface SelectProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: readonly (readonly [value: string, text: string])[];
  hideLabel?: boolean;
}

/** A choice among few. */
export function Select({ label, value, onValue, options, hideLabel }: SelectProps) {
  const id = useId();
  return (
    <div class={hideLabel ? "field bare" : "field"}>
      <label for={id} class={hideLabel ? "hidden" : ""}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map(([key, text]) => <option value={key}>{text}</option>)}
      </select>
    </div>
  );
}
