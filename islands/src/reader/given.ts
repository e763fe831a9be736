/** What the server says of the text, and of a chosen claim. */

export type Span = [number, number];

export interface ReaderGiven {
  document: string;
  /** Code points. */
  length: number;
  /** First code point of each part and the one after its last. */
  parts: Span[];
  /** How many claims begin in each of equal strips of the text. */
  density: number[];
}

export interface Voice {
  name: string;
  kind: string;
  /** The cue by which it is said, with its hedge. */
  said: string;
  /** Where the words that name it stand. */
  at: Span | null;
}

export interface Telling {
  document: string;
  claim: string;
  /** The first hand that the comparing found it to go back to. */
  origin: string | null;
  origin_name: string;
  party: boolean;
  state: "origin" | "untraced" | "voice";
  voices: Voice[];
}

export interface Graph {
  claim: string;
  anchors: Span[];
  reasons: Span[];
  voices: Span[];
  /** The chosen claim's own chain first. */
  tellings: Telling[];
  more: number;
}
