// Where the page lives: the server writes its base path into the shell, since `<base>` is forbidden.
const root = document.getElementById("workbench");

/** The path that everything of ours is below, without a trailing slash; "" at the root of a host. */
export const basePath = (root?.dataset.base ?? "").replace(/\/$/, "");

/** The address of a path of this server. */
export const address = (path: string): string => basePath + path;

const locales: Record<string, string> = JSON.parse(root?.dataset.locales ?? "{}");

/** The address of the words of a language, as the server wrote it into the page. */
export const localeAddress = (language: string): string | undefined => locales[language];
