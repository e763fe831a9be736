/** The claim board: filtered and sorted as one types, tellings in place, all of it by key. */
import { mount } from "svelte";
import Board from "./board/Board.svelte";
import { asking } from "./asking.svelte";
import { NOTHING, type Row } from "./board/rows";
import { json } from "./page";

const target = document.querySelector("[data-board]");
const form = document.querySelector<HTMLFormElement>("form.filter");
const status = document.querySelector<HTMLElement>("[data-count]");

interface Given {
  rows: Row[];
  names: Record<string, string>;
}

// Until the rows are here, and where they cannot be had, the form asks the server as before.
if (target && form && status)
  json<Given>("/claims/rows").then(({ rows, names }) => {
    const asked = asking(form, NOTHING, { sort: "weight" });
    const focused = document.activeElement?.closest<HTMLElement>("[data-board] [data-id]")?.dataset.id;
    target.replaceChildren();
    const opened = location.hash.slice(1) || focused || "";
    mount(Board, { target, props: { rows, names, asked, opened: location.hash ? opened : "", status } });
    if (focused) document.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"] a[data-step]`)?.focus();
  }, () => undefined);
