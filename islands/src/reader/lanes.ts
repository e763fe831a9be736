/** The lane beside each paragraph: a bar for every claim, as high as its lines, side by side where they overlap. */

interface Bar {
  link: HTMLElement;
  from: number;
  to: number;
  column: number;
}

/** Draws the lanes of the blocks that come into view, and again when the text is set anew. */
export class Lanes {
  private readonly near: IntersectionObserver;
  private readonly waiting = new Set<HTMLElement>();
  private readonly drawn = new Set<HTMLElement>();
  private width = 0;

  constructor(text: HTMLElement) {
    this.near = new IntersectionObserver((seen) => {
      for (const each of seen) {
        const block = each.target as HTMLElement;
        if (each.isIntersecting && !this.drawn.has(block)) this.soon(block);
      }
    }, { rootMargin: "300px" });
    new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.width) return;
      this.width = width;
      for (const block of this.drawn) this.soon(block);
    }).observe(text);
    this.watch(text);
  }

  watch(within: Element): void {
    for (const block of within.querySelectorAll<HTMLElement>(".block"))
      if (block.querySelector("[data-lane]")) this.near.observe(block);
  }

  forget(within: Element): void {
    for (const block of within.querySelectorAll<HTMLElement>(".block")) {
      this.near.unobserve(block);
      this.drawn.delete(block);
    }
  }

  private soon(block: HTMLElement): void {
    if (this.waiting.size === 0) requestAnimationFrame(() => this.draw());
    this.waiting.add(block);
  }

  /** First everything is measured, then everything is written: in turns the page would be laid out each time. */
  private draw(): void {
    const measured = [...this.waiting].filter((each) => each.isConnected).map((block) => [block, bars(block)] as const);
    this.waiting.clear();
    for (const [block, found] of measured) {
      const columns = Math.max(1, ...found.map((bar) => bar.column + 1));
      block.classList.add("barred");
      block.style.setProperty("--columns", String(columns));
      for (const bar of found) {
        bar.link.style.setProperty("--top", `${bar.from}px`);
        bar.link.style.setProperty("--high", `${bar.to - bar.from}px`);
        bar.link.style.setProperty("--column", String(bar.column));
      }
      this.drawn.add(block);
    }
  }
}

/** Each claim's lines in a block, in the first column that is free so far down; the longest to the left. */
function bars(block: HTMLElement): Bar[] {
  const words = block.querySelector(":scope > p");
  const top = block.getBoundingClientRect().top;
  const lines = new Map<string, [number, number]>();
  for (const piece of words?.querySelectorAll<HTMLElement>("a[data-c]") ?? []) {
    const boxes = piece.getClientRects();
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    if (!first || !last) continue;
    for (const name of (piece.dataset.c ?? "").split(" ")) {
      const [from, to] = lines.get(name) ?? [Infinity, -Infinity];
      lines.set(name, [Math.min(from, first.top - top), Math.max(to, last.bottom - top)]);
    }
  }
  const found: Bar[] = [];
  for (const link of block.querySelectorAll<HTMLElement>("[data-lane]")) {
    const [from, to] = lines.get(link.dataset.lane ?? "") ?? [0, 12];
    found.push({ link, from: from + 2, to: to - 2, column: 0 });
  }
  const placed: Bar[] = [];
  for (const bar of [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const taken = new Set(placed.filter((each) => each.from < bar.to && bar.from < each.to).map((each) => each.column));
    while (taken.has(bar.column)) bar.column += 1;
    placed.push(bar);
  }
  return found;
}
