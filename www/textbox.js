"use strict";
// The text box. Its content is changed by typing or by `insertText`, never by
// assignment to `value`, so that the browser's own undo always leads back.
const TextBox = (function () {
  const MOST_SELECTED = 30;
  const box = byId("text");
  let composing = false;
  let changed = () => {};

  // Puts `text` in the place of everything, as one step of undo.
  function replace(text) {
    Store.set({ mode: "edit" });
    put([0, box.value.length], text);
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }

  // Puts `text` in the place of `span`, as one step of undo. A hidden box takes
  // no input.
  function put(span, text) {
    box.focus();
    box.setSelectionRange(span[0], span[1]);
    const wanted = box.value.slice(0, span[0]) + text + box.value.slice(span[1]);
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    if (!done && box.value !== wanted) {
      box.setRangeText(text, span[0], span[1], "end");
      box.dispatchEvent(new Event("input"));
    }
  }

  function clear() {
    if (!box.value) return;
    replace("");
    Store.set({ undo: { label: "撤销清空", steps: 1 } });
  }

  // Carries out changes of the text, in its order, as one step of undo; the way
  // the notice is shown stays.
  function mend(changes) {
    const { mode, undo } = Store.state;
    const from = changes[0].span[0];
    let [text, at] = ["", from];
    changes.forEach(change => {
      text += box.value.slice(at, change.span[0]) + change.text;
      at = change.span[1];
    });
    Store.set({ mode: "edit" });
    put([from, at], text);
    const label = "撤销采纳";
    const steps = undo && undo.label === label ? undo.steps + 1 : 1;
    Store.set({ mode, undo: { label, steps } });
    if (mode === "edit") select([from, from]);
    return [from, from + text.length];
  }

  function undo() {
    const { mode, undo } = Store.state;
    Store.set({ mode: "edit" });
    box.focus();
    document.execCommand("undo");
    const rest = undo && undo.steps > 1 ? { label: undo.label, steps: undo.steps - 1 } : null;
    Store.set({ mode, undo: rest });
  }

  // Selects the words of `span` and brings them into view, which Chromium does
  // not do by itself. A longer stretch is only begun at: a slip of a key would
  // replace all of it.
  function select(span, where = box) {
    where.focus();
    where.setSelectionRange(span[0], span[1] - span[0] > MOST_SELECTED ? span[0] : span[1]);
    where.scrollTop = heightOf(where, where.value.slice(0, span[0])) - where.clientHeight / 3;
  }

  // How high `text` stands in a box, measured in a twin of it.
  function heightOf(where, text) {
    const twin = el("div", { class: "page twin", "aria-hidden": "true" }, text);
    twin.style.width = where.clientWidth + "px";
    document.body.append(twin);
    const height = twin.offsetHeight;
    twin.remove();
    return height;
  }

  function follow(event) {
    if (composing || event.isComposing) return;
    Store.set({ undo: null });
    changed();
  }

  // `onChange` after every change but those inside a composition (pinyin);
  // `onPoint` with the offset of the caret after a click or a step by key.
  function start(onChange, onPoint) {
    changed = onChange;
    box.addEventListener("input", follow);
    box.addEventListener("compositionstart", () => (composing = true));
    box.addEventListener("compositionend", () => {
      composing = false;
      changed();
    });
    const point = () => box.selectionStart === box.selectionEnd && onPoint(box.selectionStart);
    box.addEventListener("click", point);
    box.addEventListener("keyup", event => /^(Arrow|Page|Home|End)/.test(event.key) && point());
    byId("clear").addEventListener("click", clear);
    byId("restore").addEventListener("click", undo);
  }

  return { start, replace, mend, undo, select, value: () => box.value };
})();
