/** What the form of the board asks, as it is typed; the address follows, so that a view can be kept. */
import { NOTHING, type Asked } from "./rows";

export function asking(form: HTMLFormElement): Asked {
  const asked: Asked = $state({ ...NOTHING });

  function read(): void {
    const typed = new FormData(form);
    for (const name of Object.keys(NOTHING) as (keyof Asked)[]) asked[name] = String(typed.get(name) ?? "").trim();
  }

  function kept(): void {
    const said = Object.entries(asked).filter(([name, value]) => value && !(name === "sort" && value === "weight"));
    const query = new URLSearchParams(said).toString();
    history.replaceState(null, "", query ? `${location.pathname}?${query}` : location.pathname);
  }

  function changed(): void {
    read();
    kept();
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  form.querySelector("[data-clear]")?.addEventListener("click", (event) => {
    event.preventDefault();
    for (const each of form.elements)
      if (each instanceof HTMLInputElement) each.value = "";
      else if (each instanceof HTMLSelectElement) each.selectedIndex = 0;
    changed();
  });
  read();
  return asked;
}
