"use strict";
// The keyboard in a table: one stop of the Tab key, then up and down from row
// to row, left and right through what can be clicked in a row, Enter to follow.
const Keys = (function () {
  const list = byId("list");

  const ROWS = "tr[data-index], tr.band[tabindex], .more";
  const rows = () => Array.from(list.querySelectorAll(ROWS));
  const stops = row => [row].concat(Array.from(row.querySelectorAll("[data-span], [data-act]")));

  function press(event) {
    const at = document.activeElement;
    const row = at.closest(ROWS);
    if (!row) return;
    if (event.key === "Enter" && at.tagName !== "BUTTON") return act(event, () => at.click());
    const next = target(event.key, row, at);
    if (next) act(event, () => go(next));
  }

  function target(key, row, at) {
    const all = rows();
    const here = all.indexOf(row);
    const inside = stops(row);
    const place = inside.indexOf(at);
    switch (key) {
      case "ArrowDown": return all[here + 1];
      case "ArrowUp": return all[here - 1];
      case "Home": return all[0];
      case "End": return all[all.length - 1];
      case "ArrowRight": return inside[place + 1];
      case "ArrowLeft": return inside[place - 1];
      default: return null;
    }
  }

  function act(event, what) {
    event.preventDefault();
    what();
  }

  // Puts the focus there, and the stop of the Tab key on its row.
  function go(next) {
    const before = list.querySelector("tr[tabindex='0']");
    if (before) before.tabIndex = -1;
    const row = next.closest("tr");
    if (row) row.tabIndex = 0;
    next.focus();
  }

  function start() {
    list.addEventListener("keydown", press);
  }

  return { start, go };
})();
