/** The rows of the board, and which of them are asked for, in which order. The server does the same without us. */

export interface Row {
  id: string;
  text: string;
  verdict: string;
  hands: number;
  against: number;
  credibility: number | null;
  footage: string;
  /** Words of the times, places and figures. */
  facts: string[];
  documents: string[];
  tellings: number;
  state: "waiting" | "confirmed" | "rejected" | "noted";
  by: string;
}

export interface Asked extends Record<string, string> {
  q: string;
  told: string;
  hands: string;
  state: string;
  document: string;
  sort: string;
}

export const NOTHING: Asked = { q: "", told: "", hands: "", state: "", document: "", sort: "" };

export function fits(row: Row, asked: Asked, words: readonly string[]): boolean {
  const text = row.text.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    isTold(row, asked.told) &&
    (asked.hands === "" || asked.hands === String(Math.min(2, row.hands))) &&
    (asked.document === "" || row.documents.includes(asked.document)) &&
    (asked.state === "" || asked.state === row.state)
  );
}

function isTold(row: Row, told: string): boolean {
  if (told === "several") return row.documents.length > 1;
  if (told === "one") return row.documents.length <= 1;
  return told !== "against" || row.against > 0;
}

type Key = (row: Row) => (number | string)[];
const orders: Record<string, Key> = {
  weight: (r) => [r.against > 0 ? 0 : 1, -r.documents.length, -r.hands],
  hands: (r) => [-r.hands, -r.documents.length],
  documents: (r) => [-r.documents.length, -r.hands],
  doubtful: (r) => [-(r.credibility ?? 0), -r.documents.length],
  words: (r) => [r.text.toLowerCase()],
};
const numbered = (id: string): number => Number(id.replace(/\D/g, "") || 0);

export function chosen(rows: readonly Row[], asked: Asked): Row[] {
  const words = asked.q.toLowerCase().split(/\s+/).filter(Boolean);
  const key = orders[asked.sort] ?? (orders.weight as Key);
  return rows
    .filter((row) => fits(row, asked, words))
    .map((row): [(number | string)[], Row] => [[...key(row), numbered(row.id)], row])
    .sort(([a], [b]) => compare(a, b))
    .map(([, row]) => row);
}

function compare(a: (number | string)[], b: (number | string)[]): number {
  for (let n = 0; n < a.length; n++) {
    const [x, y] = [a[n] ?? 0, b[n] ?? 0];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
