// Loads a module of the workbench into Node: TypeScript is bundled by the same esbuild that builds the page.
import { fileURLToPath } from "node:url";
import { build } from "../../../assets/node_modules/esbuild/lib/main.js";

export const sources = fileURLToPath(new URL("../../../assets/workbench/", import.meta.url));

export async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [sources + path],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    nodePaths: [fileURLToPath(new URL("../../../assets/node_modules", import.meta.url))],
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "silent",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
