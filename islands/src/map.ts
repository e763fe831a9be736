/** Map and time line: what is chosen in the one narrows the other, at once. */
import { mount } from "svelte";
import { asking } from "./asking.svelte";
import { NOTHING, type Told } from "./map/told";
import { hover } from "./map/hover.svelte";
import Places from "./map/Places.svelte";
import { Sheet } from "./map/sheet";
import Surfaces from "./map/Surfaces.svelte";
import Together from "./map/Together.svelte";
import Zoom from "./map/Zoom.svelte";
import { json } from "./page";

const form = document.querySelector<HTMLFormElement>("form.filter");
const drawn = document.querySelector<HTMLElement>("[data-sheet]");
const line = document.querySelector<HTMLElement>("[data-line]");
const status = document.querySelector<HTMLElement>("[data-count]");

interface Given {
  claims: Told[];
  surfaces: [string, string][];
}

if (form && drawn && line && status)
  json<Given>("/map/told").then((told) => start(form, drawn, line, status, told), () => undefined);

function start(form: HTMLFormElement, drawn: HTMLElement, line: HTMLElement, status: HTMLElement, { claims, surfaces }: Given): void {
  const asked = asking(form, NOTHING);
  const hovered = hover();
  const choose = (key: string) => {
    asked.place = "";
    asked.surface = asked.surface === key ? "" : key;
  };
  const sheet = new Sheet(drawn, choose, (key) => (hovered.keys = key ? [key] : []));
  const list = document.querySelector("[data-surfaces]");
  if (list) {
    list.replaceChildren();
    mount(Surfaces, { target: list, props: { claims, asked, surfaces, hovered, choose } });
  }
  const chips = document.querySelector<HTMLElement>("[data-places]");
  if (chips) {
    const select = form.elements.namedItem("place") as HTMLSelectElement;
    const names = [...select.options].map((option) => option.value).filter(Boolean);
    chips.replaceChildren();
    mount(Places, { target: chips, props: { claims, asked, names } });
  }
  line.replaceChildren();
  const together = mount(Together, { target: line, props: { claims, asked, sheet, status, hovered } }) as { near(yes: boolean): void; whole(): void };
  const held = document.createElement("div");
  const zoom = document.createElement("div");
  held.className = "sheeted";
  drawn.before(held);
  held.append(zoom, drawn);
  mount(Zoom, { target: zoom, props: { zoomed: (yes: boolean) => together.near(yes) } });
  // A view that was kept comes with a map of its own; here it is a choice on the map of everything.
  if (location.search) together.whole();
}
