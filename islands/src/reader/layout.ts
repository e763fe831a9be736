/** Chains of several tellings -> one drawing: who publishes above, who knew first below. */
import { Graph, layout } from "@dagrejs/dagre";
import type { Span, Telling } from "./given";

export interface Node {
  id: string;
  lines: string[];
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  state: "origin" | "untraced" | "voice" | "document";
  party: boolean;
  /** Whether it stands in the chain of the chosen claim. */
  own: boolean;
  /** Where its words stand in the text on the page. */
  at: Span[];
  /** The page of the telling, where the node is a publisher elsewhere. */
  href: string | null;
}

export interface Edge {
  id: string;
  path: string;
  own: boolean;
  said: string;
  x: number;
  y: number;
}

export interface Drawing {
  width: number;
  height: number;
  nodes: Node[];
  edges: Edge[];
}

const LINE = 16;
const PAD = 9;
const brush = document.createElement("canvas").getContext("2d");

function wide(text: string): number {
  if (!brush) return text.length * 7;
  brush.font = "13px system-ui, sans-serif";
  return brush.measureText(text).width;
}

/** Words in at most three lines of a width; the last is cut short where they are more. */
function wrapped(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && wide(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, 3).map((line) => (wide(line) > width ? cut(line, width) : line));
  if (lines.length > 3) kept[2] = cut(`${kept[2] ?? ""} …`, width);
  return kept;
}

function cut(line: string, width: number): string {
  let letters = [...line];
  while (letters.length > 1 && wide(`${letters.join("")}…`) > width) letters = letters.slice(0, -1);
  return `${letters.join("").trimEnd()}…`;
}

interface Step {
  key: string;
  name: string;
  /** The whole name, with the one that the telling gives where it is another. */
  title: string;
  said: string;
  at: Span | null;
  state: Node["state"];
  party: boolean;
}

/**
 * A telling as steps from its publisher to its first hand. Steps of equal key are drawn as one: publishers of one
 * document, one first hand, and equal names of one kind. The last voice is the first hand, by whatever name; a
 * publisher that names none has it from there all the same.
 */
function steps(telling: Telling, shared: ReadonlySet<string>): Step[] {
  const origin = telling.origin ? `origin ${telling.origin}` : "";
  const known = telling.origin_name.toLowerCase();
  // Who is named on the way and is the first hand ends the chain there.
  const met = origin ? telling.voices.findIndex((voice, n) => n > 0 && voice.name.toLowerCase() === known) : -1;
  const last = met < 0 ? telling.voices.length - 1 : met;
  const made = telling.voices.slice(0, last + 1).map((voice, n): Step => {
    const plain = { name: voice.name, title: voice.name, said: voice.said, at: voice.at, party: false };
    if (n === last && n > 0 && origin) {
      const step = { ...plain, key: origin, state: "origin" as const, party: telling.party };
      if (!shared.has(origin) || voice.name.toLowerCase() === known) return step;
      // The cue belongs to the name that the telling gives, not to the one that they share.
      return { ...step, name: telling.origin_name, title: `${telling.origin_name} (${voice.name})`, said: "" };
    }
    if (n === 0) return { ...plain, key: `document ${telling.document}`, state: n === last && !origin ? telling.state : "document" };
    const alone = voice.kind === "unnamed" || voice.kind === "footage" || voice.kind === "document";
    const state = n === last ? telling.state : "voice";
    return { ...plain, key: alone ? `${telling.claim} ${n}` : `${voice.kind} ${voice.name.toLowerCase()}`, state };
  });
  const first = made[0];
  if (last === 0 && first && origin) {
    if (first.name.toLowerCase() === known) first.state = "origin";
    else made.push({ key: origin, name: telling.origin_name, title: telling.origin_name, said: "", at: null, state: "origin", party: telling.party });
  }
  return made;
}

/** First hands that more than one telling goes back to. */
function sharedOf(tellings: readonly Telling[]): Set<string> {
  const all = tellings.flatMap((each) => (each.origin ? [`origin ${each.origin}`] : []));
  return new Set(all.filter((key, n) => all.indexOf(key) !== n));
}

export function drawn(tellings: readonly Telling[], box: number): Drawing {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "TB", nodesep: 14, ranksep: 40, marginx: 3, marginy: 3 });
  graph.setDefaultEdgeLabel(() => ({}));
  const nodes = new Map<string, Node>();
  const said = new Map<string, { said: string; own: boolean; from: string; to: string }>();
  const shared = sharedOf(tellings);
  for (const [t, telling] of tellings.entries()) {
    let before = "";
    for (const [n, voice] of steps(telling, shared).entries()) {
      const id = voice.key;
      const known = nodes.get(id);
      if (known) {
        if (t === 0 && voice.at) known.at.push(voice.at);
      } else {
        const lines = wrapped(voice.name, box - 2 * PAD);
        const width = Math.max(60, ...lines.map((line) => wide(line) + 2 * PAD));
        const node: Node = {
          id, lines, name: voice.title, x: 0, y: 0, width: Math.min(box, Math.ceil(width)), height: lines.length * LINE + 14,
          state: voice.state, party: voice.party,
          own: t === 0, at: t === 0 && voice.at ? [voice.at] : [],
          href: n === 0 && t > 0 ? `/read/${telling.claim.replace(".", "/")}#${telling.claim.split(".")[1] ?? ""}` : null,
        };
        nodes.set(id, node);
        graph.setNode(id, { width: node.width, height: node.height });
      }
      // Who quotes itself by way of others would close a ring: the drawing shows each step once.
      if (before && before !== id && !said.has(`${id}\n${before}`)) {
        const edge = `${before}\n${id}`;
        const told = said.get(edge);
        if (told) told.own ||= t === 0;
        else {
          said.set(edge, { said: voice.said, own: t === 0, from: before, to: id });
          const label = wide(voice.said) * 0.9;
          graph.setEdge(before, id, voice.said ? { width: Math.min(label, box), height: LINE, labelpos: "c" } : {});
        }
      }
      before = id;
    }
  }
  layout(graph);
  for (const node of nodes.values()) {
    const at = graph.node(node.id) as { x: number; y: number };
    node.x = at.x;
    node.y = at.y;
  }
  const edges = [...said.entries()].map(([id, told]): Edge => {
    const edge = graph.edge(told.from, told.to) as { points: { x: number; y: number }[]; x?: number; y?: number };
    const middle = edge.points[Math.floor(edge.points.length / 2)] ?? { x: 0, y: 0 };
    return { id, path: bent(edge.points), own: told.own, said: told.said ? (wide(told.said) > box * 1.1 ? cut(told.said, box * 1.1) : told.said) : "", x: edge.x ?? middle.x, y: edge.y ?? middle.y };
  });
  const size = graph.graph() as { width?: number; height?: number };
  return { width: Math.ceil(size.width ?? 0), height: Math.ceil(size.height ?? 0), nodes: [...nodes.values()], edges };
}

/** A line through points, rounded where it turns. */
function bent(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const at = (p: { x: number; y: number }) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`;
  let path = `M${at(first)}`;
  rest.forEach((point, n) => {
    const next = rest[n + 1];
    path += next ? `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}` : `L${at(point)}`;
  });
  return path;
}
