"use strict";
// The bar between the two halves: drawn, moved by arrow keys, folded by Enter
// or a double click. Where the window is narrow one half is shown at a time.
const Splitter = (function () {
  const bar = byId("splitter");
  const source = byId("source");
  const STEP = 3;
  const [LEAST, USUAL, MOST] = [18, 32, 70]; // percent
  let wide = USUAL;

  function set(percent) {
    wide = percent && Math.max(LEAST, Math.min(MOST, percent));
    source.classList.toggle("folded", !wide);
    source.style.width = wide ? wide + "%" : "";
    bar.setAttribute("aria-valuenow", String(Math.round(wide)));
  }

  const fold = () => set(wide ? 0 : USUAL);

  function press(event) {
    const next = { ArrowLeft: () => set(wide - STEP), ArrowRight: () => set((wide || LEAST) + STEP), Home: () => set(LEAST), End: () => set(MOST), Enter: fold }[event.key];
    if (!next) return;
    event.preventDefault();
    next();
  }

  function drag(event) {
    if (event.buttons !== 1) return;
    const whole = source.parentNode.getBoundingClientRect();
    set(((event.clientX - whole.left) / whole.width) * 100);
  }

  function drawPane() {
    const { pane } = Store.state;
    byId("page").dataset.pane = pane;
    byId("pane-source").setAttribute("aria-pressed", String(pane === "source"));
    byId("pane-result").setAttribute("aria-pressed", String(pane === "result"));
  }

  function start() {
    bar.addEventListener("keydown", press);
    bar.addEventListener("dblclick", fold);
    bar.addEventListener("pointerdown", event => bar.setPointerCapture(event.pointerId));
    bar.addEventListener("pointermove", drag);
    byId("pane-source").addEventListener("click", () => Store.set({ pane: "source" }));
    byId("pane-result").addEventListener("click", () => Store.set({ pane: "result" }));
    Store.watch(["pane"], drawPane);
    drawPane();
  }

  return { start };
})();
