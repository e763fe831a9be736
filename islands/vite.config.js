// Sources -> src/firsthand/show/web/static/islands: one module a page, what they share apart, and a record of what
// was built from what. Names carry no digest: the record does, and so the folder stays readable in git.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/firsthand/show/web/static/islands");
const SOURCES = ["package.json", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.config.js", "src"];

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const walk = (path) =>
  readdirSync(path, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? walk(join(path, each.name)) : [join(path, each.name)],
  );
/** One digest over the names and bytes of all sources, in the order of their names. */
function digestOfSources() {
  const found = SOURCES.flatMap((name) => (name === "src" ? walk(join(here, name)) : [join(here, name)]));
  const lines = found.map((path) => [relative(here, path).split(sep).join("/"), sha256(readFileSync(path))]);
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(lines.map(([name, digest]) => `${name} ${digest}\n`).join(""));
}

/** The package that a module of the bundle came from, with its licence. */
function packageOf(id) {
  const path = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/\0/g, "").split(sep).join("/"))?.[1];
  if (!path) return null;
  const about = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const licence = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
  return { name: about.name, version: about.version, licence: about.license, text: licence ? readFileSync(join(path, licence), "utf8") : "" };
}

const recorded = {
  name: "recorded",
  generateBundle(_options, bundle) {
    const found = new Map();
    for (const chunk of Object.values(bundle))
      for (const id of Object.keys(chunk.modules ?? {})) {
        const each = packageOf(id);
        if (each) found.set(each.name, each);
      }
    const said = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.emitFile({
      type: "asset",
      fileName: "licences.txt",
      source: said.map((p) => `${p.name} ${p.version}, ${p.licence}\n\n${p.text.trim()}\n`).join(`\n${"-".repeat(72)}\n\n`),
    });
  },
  closeBundle() {
    const files = {};
    for (const path of walk(out).sort()) {
      const name = relative(out, path).split(sep).join("/");
      const bytes = readFileSync(path);
      if (name !== "manifest.json")
        files[name] = { sha256: sha256(bytes), bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    }
    const record = { sources: digestOfSources(), files };
    writeFileSync(join(out, "manifest.json"), `${JSON.stringify(record, null, 2)}\n`);
  },
};

export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [svelte(), recorded],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: Object.fromEntries(["reader", "board", "map", "clip"].map((name) => [name, join(here, `src/${name}.ts`)])),
      output: { entryFileNames: "[name].js", chunkFileNames: "shared.js", assetFileNames: "[name][extname]" },
    },
  },
});
