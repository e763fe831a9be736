/** The panel beside the text: what it says of a claim is rendered by the server, its drawing is laid out here. */
import { mount, unmount } from "svelte";
import { piece, t } from "../page";
import Chain from "./Chain.svelte";
import type { Graph, Span } from "./given";
import { mark, rangesOf } from "./highlight";

export class Panel {
  private drawing: Record<string, unknown> | null = null;
  private reasons: Span[] = [];
  private asked: AbortController | null = null;
  private readonly page: HTMLElement | null;

  constructor(private readonly panel: HTMLElement, private readonly text: HTMLElement, private readonly document: string) {
    this.page = panel.closest(".reader");
    this.dress();
  }

  /** Show a claim. Throws where the server cannot say anything of it. */
  async show(claim: string): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const got = await piece(`/read/${this.document}/${claim}?only=panel`, this.asked.signal);
    this.clear();
    this.panel.replaceChildren(got);
    this.panel.scrollTop = 0;
    this.panel.setAttribute("aria-label", this.panel.querySelector("h2")?.textContent ?? "");
    this.page?.classList.add("with");
    this.dress();
  }

  close(): void {
    this.asked?.abort();
    this.clear();
    const said = document.createElement("p");
    said.className = "quiet";
    said.textContent = t("reader.choose");
    this.panel.replaceChildren(said);
    this.page?.classList.remove("with");
  }

  /** Mark the words of the claim's rules, also where a part of the text has come since. */
  marked(): void {
    mark(this.text, "reason", this.reasons);
  }

  private clear(): void {
    if (this.drawing) void unmount(this.drawing);
    this.drawing = null;
    this.reasons = [];
    this.marked();
    mark(this.text, "voice", []);
  }

  private dress(): void {
    const said = this.panel.querySelector("[data-graph]")?.textContent;
    const target = this.panel.querySelector("[data-drawing]");
    if (!said || !target) return;
    const graph = JSON.parse(said) as Graph;
    target.replaceChildren();
    this.drawing = mount(Chain, {
      target,
      props: {
        graph,
        point: (spans) => mark(this.text, "voice", spans),
        show: (span) => rangesOf(this.text, span)[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" }),
      },
    });
    this.reasons = graph.reasons;
    this.marked();
    for (const back of this.panel.querySelectorAll<HTMLInputElement>("input[name=back]"))
      if (!back.value.includes("#")) back.value += `#${graph.claim}`;
  }
}
