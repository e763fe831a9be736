/** Words of the text marked by the browser itself, without an element for each: code points -> ranges. */
import type { Span } from "./given";

type Name = "reason" | "voice";
const able = typeof CSS !== "undefined" && "highlights" in CSS;

/** Mark these words, and none else, under a name of the style sheet. */
export function mark(text: HTMLElement, name: Name, spans: readonly Span[]): void {
  if (!able) return;
  const found = spans.flatMap((span) => rangesOf(text, span));
  if (found.length) CSS.highlights.set(name, new Highlight(...found));
  else CSS.highlights.delete(name);
}

/** The ranges of a span in the blocks that are on the page; none for those that are not. */
export function rangesOf(text: HTMLElement, [start, end]: Span): Range[] {
  const made: Range[] = [];
  const blocks = text.querySelectorAll<HTMLElement>(".block[data-start]");
  for (let n = before(blocks, start); n < blocks.length; n++) {
    const block = blocks[n];
    const from = Number(block?.dataset.start);
    if (!block || from >= end) break;
    const words = block.querySelector(":scope > p");
    if (!words || from + (words.textContent?.length ?? 0) < start) continue;
    const range = within(words, Math.max(0, start - from), end - from);
    if (range) made.push(range);
  }
  return made;
}

/** The last block that begins no later than a code point: a book has thousands. */
function before(blocks: NodeListOf<HTMLElement>, at: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (Number(blocks[middle]?.dataset.start) <= at) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

function within(element: Element, start: number, end: number): Range | null {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    let unit = 0;
    for (const letter of (node as Text).data) {
      if (!begun && at >= start) {
        range.setStart(node, unit);
        begun = true;
      }
      if (begun && at >= end) {
        range.setEnd(node, unit);
        return range;
      }
      at += 1;
      unit += letter.length;
    }
    if (begun) range.setEnd(node, unit);
  }
  return begun ? range : null;
}
