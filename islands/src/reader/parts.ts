/**
 * A long text as one page. What is near is fetched at once, the rest when nothing else is to be done, so that the
 * browser's own search finds every word; what is far from the window is held without being laid out.
 */
import { piece } from "../page";
import type { ReaderGiven } from "./given";

/** So many windows ahead a part is fetched at once. */
const AHEAD = "200%";
/** A text of more parts (about 600,000 words) is held in part only: what is far is let go. */
const WHOLE = 150;
const MOST = 9;
/** So long nobody must have scrolled before more is fetched. */
const REST_MS = 250;
/** Opening the page comes first. */
const OPENING_MS = 750;

export class Parts {
  readonly sections: HTMLElement[] = [];
  private readonly coming = new Map<number, Promise<void>>();
  private readonly near = new Set<number>();
  private readonly held: number[] = [];
  private moved = performance.now() + OPENING_MS;

  constructor(
    text: HTMLElement,
    private readonly given: ReaderGiven,
    private readonly came: (section: HTMLElement) => void,
    private readonly left: (section: HTMLElement) => void,
  ) {
    const own = text.querySelector<HTMLElement>("section.part");
    if (!own || given.parts.length < 2) {
      if (own) this.sections.push(own);
      return;
    }
    this.around(own);
    const seen = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: `${AHEAD} 0px` });
    for (const each of this.sections) seen.observe(each);
    if (this.sections.length > WHOLE) return;
    addEventListener("scroll", () => (this.moved = performance.now()), { passive: true });
    void this.rest();
  }

  /** One part after the other, the nearest first, while nobody scrolls and nothing else is asked for. */
  private async rest(): Promise<void> {
    for (;;) {
      await new Promise((done) => setTimeout(done, 20));
      if (this.coming.size || performance.now() - this.moved < REST_MS) continue;
      const here = this.of(this.view.from * this.given.length);
      const next = this.sections
        .flatMap((each, n) => (each.classList.contains("away") ? [n] : []))
        .sort((a, b) => Math.abs(a - here) - Math.abs(b - here))[0];
      if (next === undefined) return;
      try {
        await this.load(next);
      } catch {
        return; // The server is gone: what is near is asked for again when it is scrolled to.
      }
    }
  }

  /** Empty parts before and after the one that is here, as high as they will be, without the text moving. */
  private around(own: HTMLElement): void {
    // First: the style sheet then lays every block out at once, and what is measured is what it will be.
    document.documentElement.classList.add("whole-text");
    const at = Number(own.dataset.part) - 1;
    const [start, end] = this.given.parts[at] ?? [0, 1];
    const high = own.offsetHeight / Math.max(1, end - start);
    const before = own.getBoundingClientRect().top;
    own.style.setProperty("--high", `${own.offsetHeight}px`);
    own.classList.add("kept");
    for (const [n, [first, last]] of this.given.parts.entries()) {
      if (n === at) {
        this.sections.push(own);
        continue;
      }
      const section = document.createElement("section");
      section.className = "part kept away";
      section.dataset.part = String(n + 1);
      section.style.setProperty("--high", `${Math.round((last - first) * high)}px`);
      this.sections.push(section);
    }
    this.held.push(at);
    own.before(...this.sections.slice(0, at));
    own.after(...this.sections.slice(at + 1));
    scrollBy(0, own.getBoundingClientRect().top - before);
  }

  private seen(entries: IntersectionObserverEntry[]): void {
    for (const each of entries) {
      const n = Number((each.target as HTMLElement).dataset.part) - 1;
      if (each.isIntersecting) {
        this.near.add(n);
        void this.load(n).catch(() => undefined);
      } else this.near.delete(n);
    }
  }

  /** The part is on the page. Throws where it cannot be had. */
  load(n: number): Promise<void> {
    const section = this.sections[n];
    if (!section?.classList.contains("away")) return Promise.resolve();
    const before = this.coming.get(n);
    if (before) return before;
    const made = piece(`/read/${this.given.document}?part=${n + 1}&only=part`)
      .then((got) => {
        // The browser itself keeps the text where it is when something above turns out higher or lower.
        section.replaceChildren(got);
        section.classList.remove("away");
        this.held.push(n);
        this.came(section);
        this.release();
      })
      .finally(() => this.coming.delete(n));
    this.coming.set(n, made);
    return made;
  }

  private release(): void {
    while (this.sections.length > WHOLE && this.held.length > MOST) {
      const far = this.held.findIndex((n) => !this.near.has(n) && !this.sections[n]?.contains(document.activeElement));
      if (far < 0) return;
      const [n] = this.held.splice(far, 1);
      const section = this.sections[n ?? -1];
      if (!section) return;
      section.style.setProperty("--high", `${section.offsetHeight}px`);
      this.left(section);
      section.classList.add("away");
      section.replaceChildren();
    }
  }

  /** The part that holds a code point. */
  of(at: number): number {
    const found = this.given.parts.findIndex(([, end]) => at < end);
    return found < 0 ? this.given.parts.length - 1 : found;
  }

  /** Bring a share of the whole text to the top of the window. */
  async to(share: number): Promise<void> {
    const at = share * this.given.length;
    const n = this.of(at);
    const [start, end] = this.given.parts[n] ?? [0, 1];
    const section = this.sections[n];
    if (!section) return;
    section.scrollIntoView();
    await this.load(n);
    section.scrollIntoView();
    scrollBy(0, ((at - start) / Math.max(1, end - start)) * section.offsetHeight);
  }

  /** How much of the whole lies above the window, and how much in it, as shares. */
  get view(): { from: number; size: number } {
    const middle = [0, innerHeight].map((y) => {
      for (const [n, section] of this.sections.entries()) {
        const box = section.getBoundingClientRect();
        if (box.bottom <= y && n < this.sections.length - 1) continue;
        const [start, end] = this.given.parts[n] ?? [0, 1];
        const share = Math.min(Math.max((y - box.top) / Math.max(1, box.height), 0), 1);
        return (start + share * (end - start)) / Math.max(1, this.given.length);
      }
      return 1;
    });
    return { from: middle[0] ?? 0, size: (middle[1] ?? 0) - (middle[0] ?? 0) };
  }
}
