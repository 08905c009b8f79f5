// The address is the state: every view can be reloaded, gone back to and shared.
import { signal } from "@preact/signals";
import { address, basePath } from "./api/base.ts";

export interface Route {
  path: string;
  query: URLSearchParams;
}

function read(): Route {
  const path = location.pathname.startsWith(`${basePath}/`) ? location.pathname.slice(basePath.length) : "/";
  return { path: path.replace(/(.)\/$/, "$1"), query: new URLSearchParams(location.search) };
}

export const route = signal<Route>(read());

/** Go to a path of the page. */
export function go(to: string, replace = false): void {
  if (replace) history.replaceState(null, "", address(to));
  else history.pushState(null, "", address(to));
  route.value = read();
  if (!replace) window.scrollTo(0, 0);
}

/** Change the query of the address; null and "" take a name out. */
export function setQuery(changes: Record<string, string | null>, replace = false): void {
  const query = new URLSearchParams(route.peek().query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  const to = address(route.peek().path) + (text ? `?${text}` : "");
  history[replace ? "replaceState" : "pushState"](null, "", to);
  route.value = read();
}

/** Return the parts of a path that a pattern names: `/resumes/:id`. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const [names, parts] = [pattern.split("/"), path.split("/")];
  if (names.length !== parts.length) return null;
  const values: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? "";
    if (name.startsWith(":")) values[name.slice(1)] = decodeURIComponent(part);
    else if (name !== part) return null;
  }
  return values;
}

const OUTSIDE = ["/about", "/docs", "/graphql", "/exports/", "/assets/", "/api/"];

/** Follow links inside the page without loading it again. */
export function startRouter(): void {
  window.addEventListener("popstate", () => (route.value = read()));
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    const path = link.pathname.slice(basePath.length);
    if (OUTSIDE.some((prefix) => path.startsWith(prefix)) || link.hash) return;
    event.preventDefault();
    go(path + link.search);
  });
}
