// Reads a flowchart with Mermaid: mermaid.mjs FOLDER FILE NODES EDGES, where FOLDER has mermaid and jsdom installed.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, file, nodes, edges] = process.argv.slice(2);
const found = createRequire(join(folder, "package.json"));
const { JSDOM } = found("jsdom");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(
  pathToFileURL(join(folder, "node_modules/mermaid/dist/mermaid.core.mjs")).href
);
const text = readFileSync(file, "utf8");
await mermaid.parse(text);
const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
const counts = [diagram.db.getVertices().size, diagram.db.getEdges().length];
if (counts[0] !== Number(nodes) || counts[1] !== Number(edges)) {
  throw new Error(`${counts} instead of ${nodes},${edges}`);
}
