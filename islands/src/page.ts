/** What an island finds on its page: words of the catalogue, data that the server put there, and more of both. */

type Said = Record<string, string | number>;

const held = (id: string): string => document.getElementById(id)?.textContent ?? "{}";
const words: Record<string, string> = JSON.parse(held("texts"));

/** The sentence of a name; `n` chooses between one and many, as on the server. */
export function t(name: string, said: Said = {}): string {
  const chosen = [said.n === 1 ? `${name}.one` : "", name, `${name}.many`].find((each) => each in words);
  return (words[chosen ?? ""] ?? name).replace(/\{(\w+)\}/g, (_, key: string) => String(said[key] ?? ""));
}

/** The word for a value of the schema; the value itself where the catalogue has none. */
export const word = (group: string, value: string): string => words[`${group}.${value}`] ?? value;

/** What the server put on the page under an id. */
export const given = <T>(id: string): T => JSON.parse(held(id)) as T;

/** JSON of ours. Throws where the answer is no success. */
export async function json<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await answer(path, signal)).json() as Promise<T>;
}

/** A piece of a page that the server rendered: escaped there, and no script in it runs. */
export async function piece(path: string, signal?: AbortSignal): Promise<DocumentFragment> {
  const made = new DOMParser().parseFromString(await (await answer(path, signal)).text(), "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...document.adoptNode(made.body).childNodes);
  return fragment;
}

async function answer(path: string, signal?: AbortSignal): Promise<Response> {
  const got = await fetch(path, { credentials: "same-origin", signal: signal ?? null });
  if (!got.ok) throw new Error(`${got.status} ${path}`);
  return got;
}

/** Whether a key belongs to a field that somebody types in, or to the browser. */
if (typeof document !== "undefined") document.documentElement.classList.add("live");

export const typing = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey ||
  (event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]") !== null);

/** Seconds as a player shows them: 1:02.4. */
export function clock(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, "0")}.${rest % 10}`;
}
