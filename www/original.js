"use strict";
// The notice with its units, times and findings marked. Read-only: it stands in
// the place of the text box, and a double click leads back there.
const Original = (function () {
  const box = byId("original");
  const PADDING = 10; // above the first line
  const STEP = 30000; // code units shown at once around the words in question

  function draw() {
    const { mode, text } = Store.state;
    box.hidden = byId("key").hidden = mode !== "read";
    if (mode !== "read") return;
    const top = box.scrollTop;
    box.textContent = "";
    if (text) box.append(...content());
    box.scrollTop = top;
    reveal();
  }

  function content() {
    const text = Store.state.text;
    const [from, to] = shown();
    const parts = pieces(text, from, to).map(piece => drawPiece(text, piece));
    if (from) parts.unshift(more("显示上文", from - STEP, to));
    if (to < text.length) parts.push(more("显示下文（还有 " + grouped(text.length - to) + " 字）", from, to + STEP));
    return parts;
  }

  // From where to where the text is shown, never from or to within a pair of
  // surrogates.
  function shown() {
    const { text, windows } = Store.state;
    const whole = at => (isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at)) ? at + 1 : at);
    return (windows.text || [0, STEP]).map(at => whole(Math.min(at, text.length)));
  }

  const isHigh = unit => unit >= 0xd800 && unit <= 0xdbff;
  const isLow = unit => unit >= 0xdc00 && unit <= 0xdfff;

  function more(label, from, to) {
    const control = button(label, { class: "more" });
    control.addEventListener("click", () => open(from, to));
    return control;
  }

  // Shows the text between two places, from the start of a line where there is
  // one near.
  function open(from, to) {
    const line = Store.state.text.lastIndexOf("\n", Math.max(0, from)) + 1;
    const start = from - line < STEP ? line : from;
    Store.set({ windows: Object.assign({}, Store.state.windows, { text: [start, to] }) });
  }

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
    const tags = tagsOf(Words.all().kinds);
    return places.slice(0, -1).map((start, index) => {
      cuts.get(start).forEach(([step, mark]) => (depth[mark.kind] = (depth[mark.kind] || 0) + step));
      const end = places[index + 1];
      const closing = new Set(cuts.get(end).map(([step, mark]) => (step < 0 && tags[mark.kind]) || ""));
      const kinds = Object.keys(depth).filter(kind => depth[kind] > 0);
      return { start, end, kinds, tag: Array.from(closing).join("") };
    });
  }

  // The one character behind the words of each kind.
  const tagsOf = kinds => kinds.reduce((all, kind) => Object.assign(all, { [kind.key]: kind.mark }), {});

  // 标注图例: each kind of mark, and the findings.
  function drawKey() {
    const { kinds, heads } = Words.all();
    const all = kinds.concat({ key: "warning", name: heads.findings[1] });
    byId("key").append(...all.map(kind => el("li", null, el("mark", { class: kind.key }, kind.name))));
  }

  // All marks, and above them the row that is pointed at and its exact words.
  function layers() {
    const { focus, reading } = Store.state;
    if (!reading) return [];
    const marks = Store.view("marks").concat(Remarks.open().map(row => ({ span: row.span, kind: row.severity })));
    if (!focus) return marks;
    const around = Focus.around();
    const row = around ? [{ span: around, kind: "around" }] : [];
    const whole = focus.by === "text" || String(around) === String(focus.span);
    return marks.concat(row, whole ? [] : [{ span: seen(focus.span), kind: "hit" }]);
  }

  // Where words are missing, the character before them shows the place.
  const seen = span => (span[0] < span[1] ? span : [Math.max(0, span[0] - 1), Math.max(1, span[1])]);

  function drawPiece(text, piece) {
    const words = text.slice(piece.start, piece.end);
    const attributes = { "data-at": piece.start, class: piece.kinds.join(" ") || null, "data-tag": piece.tag || null };
    return el(piece.kinds.length ? "mark" : "span", attributes, words);
  }

  // Brings what is pointed at into view.
  function reveal() {
    const focus = Store.state.focus;
    if (!focus || focus.by !== "result") return;
    const [from, to] = shown();
    const start = focus.span[0];
    const inside = from <= start && (start < to || to === Store.state.text.length);
    if (!inside) return open(start - STEP / 3, start + STEP);
    const hit = box.querySelector(".hit") || box.querySelector(".around");
    if (hit) box.scrollTop += hit.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }

  // The place in the text under a click.
  function offsetOf(event) {
    const piece = event.target.closest("[data-at]");
    if (!piece) return null;
    const [node, offset] = caretAt(event.clientX, event.clientY);
    return Number(piece.dataset.at) + (piece.contains(node) ? offset : 0);
  }

  // The letter at a point: Chromium and Firefox each have a name of their own
  // for the question.
  function caretAt(x, y) {
    if (document.caretRangeFromPoint) {
      const caret = document.caretRangeFromPoint(x, y);
      return caret ? [caret.startContainer, caret.startOffset] : [null, 0];
    }
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? [caret.offsetNode, caret.offset] : [null, 0];
  }

  function click(event) {
    const offset = offsetOf(event);
    if (offset !== null && getSelection().isCollapsed) Focus.at(offset);
  }

  // Editing begins at the words that are selected here or pointed at; else
  // where it was left, with the same text in view.
  function edit() {
    const { focus } = Store.state;
    const span = selected() || (focus && focus.by === "result" ? focus.span : null);
    const first = top();
    Store.set({ mode: "edit" });
    if (span) return TextBox.select(span);
    byId("text").focus();
    TextBox.scrollTo(first);
  }

  // What is selected here, as places in the text.
  function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !box.contains(selection.anchorNode) || !box.contains(selection.focusNode)) return null;
    const range = selection.getRangeAt(0);
    const at = (node, offset) => {
      const piece = node.parentNode.closest("[data-at]");
      return piece && node.nodeType === Node.TEXT_NODE ? Number(piece.dataset.at) + offset : null;
    };
    const span = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
    return span.includes(null) ? null : span;
  }

  // The place in the text that stands first here.
  function top() {
    const edge = box.getBoundingClientRect().top;
    const first = Array.from(box.querySelectorAll("[data-at]")).find(piece => piece.getBoundingClientRect().bottom > edge + PADDING);
    return first ? Number(first.dataset.at) + firstBelow(first.firstChild, edge + PADDING) : 0;
  }

  // Shows the text from the same place on as the text box, with the same words
  // selected.
  function read() {
    const read = Reader.now();
    const first = TextBox.top();
    const chosen = [byId("text").selectionStart, byId("text").selectionEnd];
    Store.set({ mode: "read" });
    read.then(() => {
      if (Store.state.mode !== "read") return;
      const [from, to] = shown();
      if (first < from || first >= to) open(first - STEP / 3, first + STEP);
      const start = pointAt(first);
      if (start) box.scrollTop += start.getBoundingClientRect().top - box.getBoundingClientRect().top - PADDING;
      if (chosen[0] < chosen[1]) mark(pointAt(chosen[0]), pointAt(chosen[1] - 1));
    });
  }

  function mark(first, last) {
    if (!first || !last) return;
    getSelection().setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
  }

  // One character of the text as a range of the document.
  function pointAt(offset) {
    const piece = Array.from(box.querySelectorAll("[data-at]")).filter(one => Number(one.dataset.at) <= offset).pop();
    const words = piece && piece.firstChild;
    if (!words) return null;
    const range = document.createRange();
    const at = Math.min(words.length - 1, offset - Number(piece.dataset.at));
    range.setStart(words, at);
    range.setEnd(words, at + 1);
    return range;
  }

  function drawMode() {
    const reads = Store.state.mode === "read";
    byId("text").hidden = reads;
    byId("mode-edit").setAttribute("aria-pressed", String(!reads));
    byId("mode-read").setAttribute("aria-pressed", String(reads));
  }

  function press(event) {
    if (event.key === "Enter") edit();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) Store.set({ said: "这里只能看；点“编辑”就可以改。" });
  }

  function start() {
    Store.watch(["mode"], drawMode);
    Store.watch(["mode", "reading", "text", "focus", "windows", "ignored"], draw);
    box.addEventListener("click", click);
    box.addEventListener("dblclick", edit);
    box.addEventListener("keydown", press);
    byId("mode-edit").addEventListener("click", edit);
    byId("mode-read").addEventListener("click", read);
    Engine.ready.then(drawKey);
  }

  return { start };
})();
