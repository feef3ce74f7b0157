"use strict";
// The notice with its units, times and findings marked. Read-only: it stands in
// the place of the text box, and a double click leads back there.
const Original = (function () {
  const box = byId("original");
  const STEP = 30000; // code units shown at once around the words in question

  const TAGS = { lead: "牵", responsible: "责", support: "配", supervise: "督", deadline: "时" };

  function draw() {
    const { mode, reading } = Store.state;
    box.hidden = byId("key").hidden = mode !== "read";
    if (mode !== "read") return;
    const top = box.scrollTop;
    box.textContent = "";
    if (reading) box.append(...content());
    box.scrollTop = top;
    reveal();
  }

  function content() {
    const { text, windows } = Store.state;
    const [from, to] = windows.text || [0, STEP];
    const parts = pieces(text, from, Math.min(to, text.length)).map(piece => drawPiece(text, piece));
    if (from) parts.unshift(more("显示上文", from - STEP, to));
    if (to < text.length) parts.push(more("显示下文（还有 " + grouped(text.length - to) + " 字）", from, to + STEP));
    return parts;
  }

  function more(label, from, to) {
    const control = button(label, { class: "more" });
    control.addEventListener("click", () => open(from, to));
    return control;
  }

  // Shows the text between two places, from the start of a line where there is
  // one near, and never from within a pair of surrogates.
  function open(from, to) {
    const text = Store.state.text;
    const line = text.lastIndexOf("\n", from) + 1;
    let start = Math.max(0, from - line < STEP ? line : from);
    if (isLow(text, start)) start--;
    const end = isLow(text, to) ? to + 1 : to;
    Store.set({ windows: Object.assign({}, Store.state.windows, { text: [start, end] }) });
  }

  const isLow = (text, at) => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;

  // The text between two places, cut wherever a mark begins or ends.
  function pieces(text, from, to) {
    const marks = layers().filter(mark => mark.span[0] < to && mark.span[1] > from);
    const cuts = new Map([[from, []], [to, []]]);
    const cut = at => cuts.get(at) || cuts.set(at, []).get(at);
    marks.forEach(mark => {
      cut(Math.max(from, mark.span[0])).push([1, mark]);
      cut(Math.min(to, mark.span[1])).push([-1, mark]);
    });
    const places = Array.from(cuts.keys()).sort((one, other) => one - other);
    const depth = {};
    return places.slice(0, -1).map((start, index) => {
      cuts.get(start).forEach(([step, mark]) => (depth[mark.kind] = (depth[mark.kind] || 0) + step));
      const end = places[index + 1];
      const closing = cuts.get(end).filter(([step, mark]) => step < 0 && TAGS[mark.kind]);
      const kinds = Object.keys(depth).filter(kind => depth[kind] > 0);
      return { start, end, kinds, tag: closing.map(([, mark]) => TAGS[mark.kind]).join("") };
    });
  }

  // All marks, and above them the row that is pointed at and its exact words.
  function layers() {
    const focus = Store.state.focus;
    if (!focus) return Store.view("marks");
    const around = Focus.around();
    const row = around ? [{ span: around, kind: "around" }] : [];
    const whole = focus.by === "text" || String(around) === String(focus.span);
    return Store.view("marks").concat(row, whole ? [] : [{ span: focus.span, kind: "hit" }]);
  }

  function drawPiece(text, piece) {
    const words = text.slice(piece.start, piece.end);
    const attributes = { "data-at": piece.start, class: piece.kinds.join(" ") || null, "data-tag": piece.tag || null };
    return el(piece.kinds.length ? "mark" : "span", attributes, words);
  }

  // Brings what is pointed at into view.
  function reveal() {
    const { focus, windows, text } = Store.state;
    if (!focus || focus.by !== "result") return;
    const [from, to] = windows.text || [0, STEP];
    const start = focus.span[0];
    if (start < from || start >= Math.min(to, text.length)) return open(start - STEP / 3, start + STEP);
    const hit = box.querySelector(".hit") || box.querySelector(".around");
    if (hit) box.scrollTop += hit.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }

  // The place in the text under a click.
  function offsetOf(event) {
    const piece = event.target.closest("[data-at]");
    if (!piece) return null;
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const inside = caret && piece.contains(caret.startContainer) ? caret.startOffset : 0;
    return Number(piece.dataset.at) + inside;
  }

  function click(event) {
    const offset = offsetOf(event);
    if (offset !== null && getSelection().isCollapsed) Focus.at(offset);
  }

  function edit(offset) {
    const focus = Store.state.focus;
    const span = offset == null ? (focus ? focus.span : [0, 0]) : [offset, offset];
    Store.set({ mode: "edit" });
    TextBox.select(span);
  }

  function drawMode() {
    const reads = Store.state.mode === "read";
    byId("text").hidden = reads;
    byId("mode-edit").setAttribute("aria-pressed", String(!reads));
    byId("mode-read").setAttribute("aria-pressed", String(reads));
  }

  function start() {
    Store.watch(["mode"], drawMode);
    Store.watch(["mode", "reading", "focus", "windows"], draw);
    box.addEventListener("click", click);
    box.addEventListener("dblclick", event => edit(offsetOf(event)));
    box.addEventListener("keydown", event => event.key === "Enter" && edit(null));
    byId("mode-edit").addEventListener("click", () => edit(null));
    byId("mode-read").addEventListener("click", () => {
      Reader.now();
      Store.set({ mode: "read" });
    });
  }

  return { start };
})();
