/** The drawn map: which of its surfaces are lit, chosen, or pointed at. The server draws it. */

export class Sheet {
  constructor(private readonly element: HTMLElement, chose: (key: string) => void, pointed: (key: string | null) => void) {
    const keyOf = (event: Event) => (event.target as Element).closest<SVGElement>("[data-key]")?.dataset.key ?? null;
    element.addEventListener("click", (event) => {
      const key = keyOf(event);
      if (key) chose(key);
    });
    element.addEventListener("pointerover", (event) => pointed(keyOf(event)));
    element.addEventListener("pointerleave", () => pointed(null));
    element.classList.add("live");
  }

  get keys(): Set<string> {
    return new Set([...this.element.querySelectorAll<SVGElement>("[data-key]")].map((each) => each.dataset.key ?? ""));
  }

  draw(made: DocumentFragment): void {
    this.element.replaceChildren(made);
  }

  /** Dim what no claim that fits is located by. */
  light(lit: ReadonlySet<string> | null, chosen: string, hot: ReadonlySet<string>): void {
    for (const each of this.element.querySelectorAll<SVGElement>("[data-key]")) {
      const key = each.dataset.key ?? "";
      each.classList.toggle("off", lit !== null && !lit.has(key));
      each.classList.toggle("chosen", key === chosen);
      each.classList.toggle("hot", hot.has(key));
    }
  }
}
