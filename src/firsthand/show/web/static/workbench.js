// Keys, and dropping of files. Every page reads and works without this file.
"use strict";
(() => {
  const typing = (e) => e.target.closest("input, select, textarea, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey;
  const steps = () => [...document.querySelectorAll("[data-step]")].filter((a) => a.offsetParent !== null);

  const step = (by) => {
    const all = steps();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const current = all.findIndex((a) => a.classList.contains("chosen"));
    const from = at >= 0 ? at : current;
    const next = from < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(from + by, 0), all.length - 1);
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (e) => {
    if (typing(e)) return;
    if (e.key === "j" || e.key === "k") step(e.key === "j" ? 1 : -1);
    else if (e.key === "/") (document.querySelector("[data-slash]") ?? document.getElementById("q"))?.focus();
    else if (e.key === "c" || e.key === "x") document.querySelector(`[data-key="${e.key}"]`)?.focus();
    else return;
    e.preventDefault();
  });

  for (const form of document.querySelectorAll("form[data-drop]")) {
    const files = form.querySelector("input[type=file]");
    const over = (e) => {
      if (!e.dataTransfer?.types.includes("Files")) return;
      e.preventDefault();
      form.classList.toggle("over", e.type === "dragover");
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", over);
    addEventListener("drop", (e) => {
      if (!e.dataTransfer?.files.length) return;
      e.preventDefault();
      form.classList.remove("over");
      files.files = e.dataTransfer.files;
      files.focus();
    });
    form.addEventListener("submit", () => {
      const busy = form.querySelector(".busy");
      const name = crypto.randomUUID();
      form.action = `/add?upload=${name}`;
      busy.textContent = form.dataset.busy;
      form.querySelector("button").disabled = true;
      setInterval(async () => {
        const said = await fetch(`/add/${name}`).then((answer) => answer.json()).catch(() => ({}));
        busy.textContent = said.said || busy.textContent;
      }, 700);
    });
  }
})();
