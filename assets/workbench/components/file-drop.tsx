import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

interface Props {
  /** The accessible name of the file input. */
  name: string;
  button: string;
  hint: string;
  accept: string;
  onFile: (file: File) => void;
  children: ComponentChildren;
}

/** A box that takes a file by dropping it or by choosing one; what it holds takes typing and pasting. */
export function FileDrop({ name, button, hint, accept, onFile, children }: Props) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files");
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        setOver(false);
        onFile(file);
      }}
    >
      {children}
      <div class="drop-line">
        <button type="button" class="button" tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
          {button}
        </button>
        <input
          ref={input}
          class="file"
          type="file"
          aria-label={name}
          accept={accept}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file) onFile(file);
          }}
        />
        <span class="hint">{hint}</span>
      </div>
    </div>
  );
}
