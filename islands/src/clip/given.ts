/** What the server says of the clip on the page. */

export interface Match {
  clip: string;
  name: string;
  said: string;
  own_s: [number, number];
  other_s: [number, number];
  mirrored: boolean;
  /** Whether both can be played in a browser, and show the same seconds. */
  playable: boolean;
}

export interface Note {
  text: string;
  by: string;
  from_s: number;
  to_s: number;
}

export interface ClipGiven {
  id: string;
  name: string;
  length_s: number | null;
  /** Frames a second, for steps of one frame. */
  rate: number;
  shots: { from_s: number; to_s: number }[];
  notes: Note[];
  matches: Match[];
  /** The words of the claims that this clip can be held against, by `d1.c4`. */
  claims: Record<string, string>;
}
