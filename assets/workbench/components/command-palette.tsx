import { useId, useRef, useState } from "preact/hooks";
import { Dialog } from "./dialog.tsx";

export interface Command {
  name: string;
  group: string;
  hint?: string | undefined;
  act: () => void;
}

interface Props {
  title: string;
  placeholder: string;
  nothing: string;
  commands: readonly Command[];
  onSearch: (text: string) => void;
  onClose: () => void;
}

const MAX_SHOWN = 30;
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Return the commands in which every word occurs, those that begin with the first word first. */
export function findCommands(commands: readonly Command[], search: string): Command[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const matches = commands.filter(({ name, group }) => words.every((word) => fold(`${name} ${group}`).includes(word)));
  const first = words[0] ?? "";
  return matches
    .sort((a, b) => Number(fold(b.name).startsWith(first)) - Number(fold(a.name).startsWith(first)))
    .slice(0, MAX_SHOWN);
}

/** A search over everything that can be done or opened. */
export function CommandPalette({ title, placeholder, nothing, commands, onSearch, onClose }: Props) {
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const shown = findCommands(commands, search);
  const chosen = shown[Math.min(at, shown.length - 1)];

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.act();
  };
  const move = (to: number) => {
    const next = (to + shown.length) % (shown.length || 1);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "Enter") run(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={title} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={placeholder}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={chosen ? `${id}-${shown.indexOf(chosen)}` : undefined}
        placeholder={placeholder}
        autoFocus
        value={search}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
          onSearch(event.currentTarget.value);
        }}
      />
      <ul class="palette" id={id} role="listbox" aria-label={title} ref={list}>
        {shown.map((command, index) => (
          <li id={`${id}-${index}`} role="option" aria-selected={command === chosen} onClick={() => run(command)}>
            <span>{command.name}</span>
            <span class="faint small">{command.hint ? <kbd>{command.hint}</kbd> : command.group}</span>
          </li>
        ))}
      </ul>
      {!shown.length && <p class="faint">{nothing}</p>}
    </Dialog>
  );
}
