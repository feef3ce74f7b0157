"use strict";
// 另一稿: a second text, held against the notice on the left. What the page
// shows of it is kept in `Store.state.changes`.
const Another = (function () {
  const WAIT = 400;
  const section = byId("another");
  const box = byId("another-text");
  let waiting = 0;

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => Store.set({ other: box.value }), WAIT);
  }

  // What was compared before is no longer so.
  function forget() {
    Store.set({ changes: null });
    look();
  }

  // Compared only when it is looked at.
  function look() {
    const { reading, other, otherIs, tab, changes } = Store.state;
    if (tab !== "changes" || changes || !reading || !other.trim()) return;
    Store.set({ changes: attempt(reading, other, otherIs) });
  }

  function attempt(reading, other, otherIs) {
    const second = Reader.attempt(other);
    if (!second) return null;
    try {
      return reading.compare(second, otherIs === "old");
    } catch (error) {
      Store.set({ said: "两稿没有比成，改动后会再比。" });
      return null;
    } finally {
      second.free();
    }
  }

  function draw() {
    const { tab, reading, otherIs, other } = Store.state;
    section.hidden = tab !== "changes" || !reading;
    byId("another-old").setAttribute("aria-pressed", String(otherIs === "old"));
    byId("another-new").setAttribute("aria-pressed", String(otherIs === "new"));
    byId("another-size").textContent = other ? grouped(other.length) + " 字" : "";
  }

  // The words of the other text, where a click leads to them.
  function show(span) {
    section.querySelector("details").open = true;
    TextBox.select(span, box);
  }

  function start() {
    box.addEventListener("input", soon);
    byId("another-old").addEventListener("click", () => Store.set({ otherIs: "old" }));
    byId("another-new").addEventListener("click", () => Store.set({ otherIs: "new" }));
    byId("list").addEventListener("click", event => {
      const place = event.target.closest("[data-span], [data-other]");
      if (place && place.dataset.other) show(place.dataset.other.split(",").map(Number));
    });
    Store.watch(["reading", "other", "otherIs"], forget);
    Store.watch(["tab"], look);
    Store.watch(["reading", "other", "otherIs", "tab"], draw);
    draw();
  }

  return { start };
})();
