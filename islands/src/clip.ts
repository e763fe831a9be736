/** The page of a clip: a lane under the player, marks by key, and matches as two players in step. */
import { mount } from "svelte";
import Lane from "./clip/Lane.svelte";
import TwoPlayers from "./clip/TwoPlayers.svelte";
import type { ClipGiven } from "./clip/given";
import { given } from "./page";

const clip = given<ClipGiven>("clip");
const player = document.querySelector<HTMLVideoElement>("#player");

const lane = document.querySelector("[data-lane]");
const form = document.querySelector<HTMLFormElement>("form[data-note]");
if (player && lane && form && clip.length_s) {
  lane.replaceChildren();
  mount(Lane, { target: lane, props: { clip, player, form } });
  for (const link of document.querySelectorAll<HTMLElement>("a[data-at]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      player.currentTime = Number(link.dataset.at);
      player.scrollIntoView({ block: "nearest" });
    });
}

for (const target of document.querySelectorAll<HTMLElement>("[data-match]")) {
  const match = clip.matches[Number(target.dataset.match)];
  if (!match?.playable || !player) continue;
  target.replaceChildren();
  mount(TwoPlayers, { target, props: { clip, match } });
}

// The words of the claim that is being typed stand below its number.
const claim = form?.elements.namedItem("claim");
const said = document.querySelector("[data-claim-said]");
if (claim instanceof HTMLInputElement && said) {
  const show = () => {
    said.textContent = clip.claims[claim.value.trim()] ?? "";
  };
  claim.addEventListener("input", show);
  show();
}
