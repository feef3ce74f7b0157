"use strict";
// 另一稿: a second text, held against the notice on the left. What the page
// shows of it is kept in `Store.state.changes`.
const Another = (function () {
  const WAIT = 400;
  const section = byId("another");
  const box = byId("another-text");
  const text = section.querySelector("details");
  const found = byId("another-found");
  let waiting = 0;

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => Store.set({ other: box.value }), WAIT);
  }

  // What was compared before is no longer so.
  function forget() {
    found.hidden = true;
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

  // Where it came with a draft.
  function fill() {
    if (box.value !== Store.state.other) box.value = Store.state.other;
  }

  function draw() {
    const { tab, reading, otherIs, other } = Store.state;
    section.hidden = tab !== "changes" || !reading;
    byId("another-old").setAttribute("aria-pressed", String(otherIs === "old"));
    byId("another-new").setAttribute("aria-pressed", String(otherIs === "new"));
    byId("another-size").textContent = other ? grouped(other.length) + " 字" : "";
    byId("another-swap").hidden = !other.trim();
    box.classList.toggle("wide", !other.trim());
  }

  // The words of the other text, where a click leads to them: marked, in their
  // paragraph and its neighbours.
  function show(span) {
    const NEIGHBOURS = 2;
    const { other } = Store.state;
    const before = other.slice(0, span[0]).split("\n").slice(-NEIGHBOURS).join("\n");
    const after = other.slice(span[1]).split("\n").slice(0, NEIGHBOURS).join("\n");
    found.textContent = "";
    found.append(before.trimStart(), el("mark", { class: "hit" }, other.slice(span[0], span[1])), after.trimEnd());
    found.hidden = false;
    text.open = false;
    found.scrollTop = found.querySelector("mark").offsetTop - found.offsetTop - found.clientHeight / 3;
  }

  // Each text in the place of the other; what is compared stays the same.
  function swap() {
    const [left, right] = [TextBox.value(), box.value];
    TextBox.put([0, right.length], left, box);
    TextBox.replace(right);
    Store.set({ other: left, otherIs: Store.state.otherIs === "old" ? "new" : "old", said: "两稿已对调。" });
  }

  function start() {
    box.addEventListener("input", soon);
    byId("another-old").addEventListener("click", () => Store.set({ otherIs: "old" }));
    byId("another-new").addEventListener("click", () => Store.set({ otherIs: "new" }));
    byId("another-swap").addEventListener("click", swap);
    byId("list").addEventListener("click", event => {
      const place = event.target.closest("[data-span], [data-other]");
      if (place && place.dataset.other) show(place.dataset.other.split(",").map(Number));
    });
    Store.watch(["other"], fill);
    Store.watch(["reading", "other", "otherIs"], forget);
    Store.watch(["tab"], look);
    Store.watch(["reading", "other", "otherIs", "tab"], draw);
    draw();
  }

  return { start };
})();
