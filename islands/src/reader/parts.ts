/** A long text as one page: its parts are fetched as they come near and let go when they are far. */
import { piece } from "../page";
import type { ReaderGiven } from "./given";

/** So many windows ahead a part is fetched; so many parts are held at most. */
const AHEAD = "200%";
const MOST = 9;

export class Parts {
  readonly sections: HTMLElement[] = [];
  private readonly coming = new Map<number, Promise<void>>();
  private readonly near = new Set<number>();
  private readonly held: number[] = [];

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
  }

  /** Empty parts before and after the one that is here, as high as they will be, without the text moving. */
  private around(own: HTMLElement): void {
    // First: the style sheet then lays every block out at once, and what is measured is what it will be.
    document.documentElement.classList.add("whole-text");
    const at = Number(own.dataset.part) - 1;
    const [start, end] = this.given.parts[at] ?? [0, 1];
    const high = own.offsetHeight / Math.max(1, end - start);
    const before = own.getBoundingClientRect().top;
    for (const [n, [first, last]] of this.given.parts.entries()) {
      if (n === at) {
        this.sections.push(own);
        continue;
      }
      const section = document.createElement("section");
      section.className = "part away";
      section.dataset.part = String(n + 1);
      section.style.height = `${Math.round((last - first) * high)}px`;
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
        this.still(n, () => {
          section.replaceChildren(got);
          section.classList.remove("away");
          section.style.removeProperty("height");
        });
        this.held.push(n);
        this.came(section);
        this.release();
      })
      .finally(() => this.coming.delete(n));
    this.coming.set(n, made);
    return made;
  }

  /** What stands in the window stays where it is when something above it turns out higher or lower. */
  private still(n: number, change: () => void): void {
    const below = this.sections.find((each, m) => m > n && each.getBoundingClientRect().bottom > 0);
    const before = below?.getBoundingClientRect().top ?? 0;
    change();
    const moved = below && before < innerHeight ? below.getBoundingClientRect().top - before : 0;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  }

  private release(): void {
    while (this.held.length > MOST) {
      const far = this.held.findIndex((n) => !this.near.has(n) && !this.sections[n]?.contains(document.activeElement));
      if (far < 0) return;
      const [n] = this.held.splice(far, 1);
      const section = this.sections[n ?? -1];
      if (!section) return;
      section.style.height = `${section.offsetHeight}px`;
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
