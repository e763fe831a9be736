/** What a form of filters asks, as it is typed; the address follows, so that a view can be kept. */

/** The fields named in `nothing`; a field that has the value of `usual` is left out of the address. */
export function asking<Asked extends { [name: string]: string }>(form: HTMLFormElement, nothing: Asked, usual: Partial<Asked> = {}): Asked {
  const asked: Asked = $state({ ...nothing });
  const names = Object.keys(nothing) as (keyof Asked & string)[];

  function read(): void {
    const typed = new FormData(form);
    for (const name of names) if (form.elements.namedItem(name)) asked[name] = String(typed.get(name) ?? "").trim() as Asked[typeof name];
  }

  form.addEventListener("input", read);
  form.addEventListener("change", read);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  form.querySelector("[data-clear]")?.addEventListener("click", (event) => {
    event.preventDefault();
    for (const name of names) asked[name] = "" as Asked[typeof name];
    written(form, asked, names);
    read();
  });
  read();
  let begun = false;
  $effect.root(() => {
    $effect(() => {
      // What was chosen elsewhere on the page shows in the form, and in the address.
      const said = names.filter((name) => asked[name] && asked[name] !== usual[name]).map((name) => [name, asked[name]]);
      written(form, asked, names);
      if (!begun) {
        begun = true;
        return;
      }
      const query = new URLSearchParams(said as [string, string][]).toString();
      history.replaceState(null, "", query ? `${location.pathname}?${query}` : location.pathname);
    });
  });
  return asked;
}

function written(form: HTMLFormElement, asked: Record<string, string>, names: readonly string[]): void {
  for (const name of names) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) {
      field.value = asked[name] ?? "";
      // A list without an empty choice keeps its first one.
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    } else if (field instanceof HTMLInputElement && field.value.trim() !== asked[name]) field.value = asked[name] ?? "";
  }
}
