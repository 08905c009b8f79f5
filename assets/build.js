// Writes each page's script and style sheet, the workbench's words in each further language, and the licences of all
// that is in them, to jobforge/assets (or to the folder that is named).
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const target = path.resolve(process.argv[2] ?? "../jobforge/assets");

const shared = {
  outdir: target,
  bundle: true,
  minify: true,
  metafile: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  logLevel: "info",
};

const explorers = await build({
  ...shared,
  entryPoints: { graphiql: "explorers/graphiql.jsx", swagger: "explorers/swagger.js" },
  tsconfigRaw: {}, // tsconfig.json is the workbench's: by it GraphiQL would be Preact's
  loader: { ".woff2": "dataurl", ".woff": "dataurl" },
});

// The sheet keeps its nesting and light-dark(): every browser that runs the script has both.
const workbench = await build({
  ...shared,
  entryPoints: { workbench: "workbench/main.tsx" },
  jsxImportSource: "preact",
});
await build({
  ...shared,
  entryPoints: { workbench: "workbench/style/workbench.css" },
  target: ["chrome123", "firefox120", "safari17.5"],
});

async function writeTexts(source, name) {
  const entryPoints = [`workbench/locales/${source}.ts`];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: "esm", write: false });
  const { default: texts } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  await writeFile(`${target}/workbench-${name}.json`, `${JSON.stringify(texts)}\n`);
}
for (const language of ["de", "fr", "es"]) {
  await writeTexts(language, language);
  await writeTexts(`example-${language}`, `${language}-example`);
}

const folders = new Set();
for (const input of Object.keys({ ...explorers.metafile.inputs, ...workbench.metafile.inputs })) {
  const found = input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
  if (found) folders.add(found[1]);
}

const notices = [];
for (const folder of [...folders].sort()) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8")));
  notices.push([`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join("\n\n"));
}
const bundled = await readFile("node_modules/swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt", "utf8");
notices.push(`Inside swagger-ui-bundle.js\n\n${bundled.trim()}`);
await writeFile(`${target}/LICENSES.txt`, notices.join(`\n\n${"-".repeat(72)}\n\n`) + "\n");
