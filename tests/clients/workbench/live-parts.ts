// What live.test.js looks at, in one bundle, so that all of it has the same signals.
const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
Object.assign(globalThis, {
  window: Object.assign(new EventTarget(), { location: new URL("http://localhost/") }),
  document: Object.assign(new EventTarget(), { getElementById: () => null, hidden: false }),
  location: new URL("http://localhost/"),
  localStorage: storage,
});

const { signal } = await import("@preact/signals");
const { emptyPhase } = await import("../../../assets/workbench/text/phase-view.ts");
const { gather } = await import("../../../assets/workbench/api/phase-events.ts");
const { parseEvent, readEvents } = await import("../../../assets/workbench/api/server-sent-events.ts");
const { keyName } = await import("../../../assets/workbench/components/shortcuts.ts");
const { findCommands } = await import("../../../assets/workbench/components/command-palette.tsx");
const { fill } = await import("../../../assets/workbench/locales/i18n.ts");
const { default: en } = await import("../../../assets/workbench/locales/en.ts");
const { default: de } = await import("../../../assets/workbench/locales/de.ts");
const { default: fr } = await import("../../../assets/workbench/locales/fr.ts");
const { default: es } = await import("../../../assets/workbench/locales/es.ts");
const words = { en, de, fr, es };

export { emptyPhase, fill, findCommands, gather, keyName, parseEvent, readEvents, signal, words };
