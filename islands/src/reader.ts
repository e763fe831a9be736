/** The reader: a sentence is opened in place, j and k walk through the claims, a long text is one page. */
import { mount } from "svelte";
import { given, typing } from "./page";
import type { ReaderGiven } from "./reader/given";
import { Lanes } from "./reader/lanes";
import { Panel } from "./reader/panel";
import { Parts } from "./reader/parts";
import Ruler from "./reader/Ruler.svelte";

const about = given<ReaderGiven>("reader");
const text = document.querySelector<HTMLElement>("[data-text]");
const aside = document.getElementById("panel");
if (text && aside) start(text, aside);

function start(text: HTMLElement, aside: HTMLElement): void {
  let chosen = nameIn(location.pathname);
  const panel = new Panel(aside, text, about.document);
  const lanes = new Lanes(text);
  const parts = new Parts(text, about, (section) => {
    lanes.watch(section);
    if (!chosen) return;
    dress(chosen);
    panel.marked();
  }, (section) => lanes.forget(section));
  if (parts.sections.length > 1) {
    const target = document.createElement("div");
    target.className = "ruled";
    text.before(target);
    mount(Ruler, { target, props: { density: about.density, parts } });
  }

  const pieces = (name: string) => text.querySelectorAll<HTMLElement>(`[data-c~="${CSS.escape(name)}"]`);

  /** The marks of the chosen claim, and of no other. */
  function dress(name: string | null): void {
    for (const each of text.querySelectorAll(".chosen, .reason")) each.classList.remove("chosen", "reason");
    for (const each of text.querySelectorAll("[data-lane][aria-current]")) each.removeAttribute("aria-current");
    if (!name) return;
    for (const each of pieces(name)) each.classList.add("chosen");
    for (const each of text.querySelectorAll(`[data-lane="${CSS.escape(name)}"]`)) each.setAttribute("aria-current", "true");
  }

  async function choose(name: string, keep = true): Promise<void> {
    chosen = name;
    dress(name);
    if (keep) history.pushState(null, "", `/read/${about.document}/${name}#${name}`);
    try {
      await panel.show(name);
      pieces(name)[0]?.scrollIntoView({ block: "nearest" });
    } catch (failed) {
      // Another sentence was chosen meanwhile, or the server said no: then the page itself says why.
      if (!(failed instanceof DOMException && failed.name === "AbortError")) location.assign(`/read/${about.document}/${name}`);
    }
  }

  function close(keep = true): void {
    const back = chosen;
    chosen = null;
    dress(null);
    panel.close();
    if (keep) history.pushState(null, "", `/read/${about.document}?part=${parts.of(parts.view.from * about.length) + 1}`);
    if (back) pieces(back)[0]?.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link) return;
    const name = text.contains(link) ? nameIn(link.pathname) : null;
    if (name) {
      event.preventDefault();
      // Pressed again by key: on to the panel; Escape leads back.
      if (name === chosen && event.detail === 0) aside.focus();
      else void choose(name);
    } else if (link.hasAttribute("data-close")) {
      event.preventDefault();
      close();
    }
  });

  addEventListener("popstate", () => {
    const name = nameIn(location.pathname);
    if (name === chosen) return;
    if (name) void choose(name, false);
    else close(false);
  });

  /** The next claim that begins in the text, whichever part it is in. */
  async function next(by: 1 | -1): Promise<HTMLElement | null> {
    const here = current();
    let n = here ? parts.sections.findIndex((each) => each.contains(here)) : parts.of(parts.view.from * about.length);
    for (; n >= 0 && n < parts.sections.length; n += by) {
      await parts.load(n);
      const links = [...(parts.sections[n]?.querySelectorAll<HTMLElement>("a[data-step]") ?? [])];
      if (by < 0) links.reverse();
      const after = here ? Node.DOCUMENT_POSITION_FOLLOWING : 0;
      const found = links.find((link) => {
        if (!here) return by < 0 || link.getBoundingClientRect().bottom > 0;
        if (link === here) return false;
        return Boolean(here.compareDocumentPosition(link) & after) === by > 0;
      });
      if (found) return found;
    }
    return null;
  }

  function current(): HTMLElement | null {
    const focused = document.activeElement?.closest<HTMLElement>("[data-c]") ?? null;
    const name = focused ? nameIn((focused as HTMLAnchorElement).pathname) : chosen;
    if (focused && text.contains(focused)) return name ? (document.getElementById(name) ?? focused) : focused;
    return name ? document.getElementById(name) : null;
  }

  let walking: Promise<void> = Promise.resolve();
  let following = 0;
  document.addEventListener("keydown", (event) => {
    if (typing(event)) return;
    if (event.key === "Escape" && chosen && !document.querySelector("dialog[open]")) close();
    else if (event.key === "j" || event.key === "k") {
      const by = event.key === "j" ? 1 : -1;
      walking = walking.then(async () => {
        const link = await next(by);
        link?.focus({ preventScroll: true });
        link?.scrollIntoView({ block: "center" });
        const name = link && nameIn((link as HTMLAnchorElement).pathname);
        // With the panel open it goes along, when the keys rest.
        clearTimeout(following);
        if (name && chosen) following = window.setTimeout(() => void choose(name), 120);
      }).catch(() => undefined);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  if (chosen) dress(chosen);
}

/** `c4` of `/read/d3/c4`. */
function nameIn(path: string): string | null {
  return /^\/read\/[^/]+\/([^/]+)$/.exec(path)?.[1] ?? null;
}
