/** Claims with their places and days, and which of them are asked for. */

export interface When {
  /** Days, YYYY-MM-DD. */
  first: string;
  last: string;
  words: string;
}

export interface Told {
  id: string;
  text: string;
  document: string;
  by: string;
  /** The day on which it was published; empty where nobody says. */
  said: string;
  places: string[];
  surfaces: string[];
  times: When[];
}

export interface Asked extends Record<string, string> {
  place: string;
  from: string;
  to: string;
  document: string;
  surface: string;
}

export const NOTHING: Asked = { place: "", from: "", to: "", document: "", surface: "" };

const within = (time: When, from: string, to: string): boolean =>
  (!to || time.first <= to) && (!from || time.last >= from);

/** Whether a claim is asked for; `but` leaves one field out of account. */
export function fits(claim: Told, asked: Asked, but: "place" | "time" | "" = ""): boolean {
  if (asked.document && claim.document !== asked.document) return false;
  if (but !== "place") {
    if (asked.place && !claim.places.includes(asked.place)) return false;
    if (asked.surface && !claim.surfaces.includes(asked.surface)) return false;
  }
  if (but === "time" || (!asked.from && !asked.to)) return true;
  return claim.times.some((time) => within(time, asked.from, asked.to));
}

const DAY_MS = 86_400_000;
/** Days since 1970, and back. */
export const dayOf = (text: string): number => Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
export const textOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export interface Row {
  claim: Told;
  first: number;
  last: number;
  words: string;
  said: number | null;
}

/** A row for each time of each claim, earliest first. */
export function rowsOf(claims: readonly Told[]): Row[] {
  const rows = claims.flatMap((claim) =>
    claim.times.map((time): Row => {
      const said = claim.said ? dayOf(claim.said) : Number.NaN;
      return { claim, first: dayOf(time.first), last: dayOf(time.last), words: time.words, said: Number.isFinite(said) ? said : null };
    }),
  );
  return rows
    .filter((row) => Number.isFinite(row.first) && Number.isFinite(row.last))
    .sort((a, b) => a.first - b.first || a.last - b.last || (a.claim.id < b.claim.id ? -1 : 1));
}

/** Longer bars, and what lies far from all others, would make the rest a hair: they are told at the edge. */
const SHORT_DAYS = 45;
const NEAR_DAYS = 92;
const FAR = 6;

/** The first and last day of the drawing, as the server chooses them. */
export function extent(rows: readonly Row[]): [number, number] | null {
  const every = ends(rows);
  const told = rows.flatMap((row) => (row.said === null ? [] : [row.said])).sort((a, b) => a - b);
  const middle = told[Math.floor(told.length / 2)];
  const near = (day: number | null) => day === null || middle === undefined || Math.abs(day - middle) <= NEAR_DAYS;
  const short = ends(rows.filter((row) => row.last - row.first <= SHORT_DAYS && [row.first, row.last, row.said].every(near)));
  if (!every || !short) return every;
  return every[1] - every[0] + 1 > FAR * (short[1] - short[0] + 1) ? short : every;
}

function ends(rows: readonly Row[]): [number, number] | null {
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    first = Math.min(first, row.first, row.said ?? Infinity);
    last = Math.max(last, row.last, row.said ?? -Infinity);
  }
  return first <= last ? [first, last] : null;
}
