"use strict";
// The text box. Its content is changed by typing or by `insertText`, never by
// assignment to `value`, so that the browser's own undo always leads back. Only
// a very long text is put in at once, with a step of undo of the page's own:
// `insertText` takes time by the square of the lines, half a minute for 3,000.
const TextBox = (function () {
  const MOST_SELECTED = 30;
  const MOST_INSERTED = 100000; // characters
  const MOST_LINES = 1000;
  const box = byId("text");
  let composing = false;
  let changed = () => {};

  // The content of a page that has just been opened.
  function fill(text) {
    box.value = text;
  }

  // Puts `text` in the place of everything, as one step of undo, of which `step`
  // may say more.
  function replace(text, step) {
    Store.set({ mode: "edit" });
    put([0, box.value.length], text);
    const { before } = Store.state.undo || {};
    if (step) Store.set({ undo: Object.assign({ steps: 1, before }, step) });
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }

  // Puts `text` in the place of `span`, as one step of undo. A hidden box takes
  // no input.
  function put(span, text, where = box) {
    where.focus();
    where.setSelectionRange(span[0], span[1]);
    if (text.length > MOST_INSERTED || text.split("\n").length > MOST_LINES) return putAtOnce(span, text, where);
    const wanted = where.value.slice(0, span[0]) + text + where.value.slice(span[1]);
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    if (!done && where.value !== wanted) putAtOnce(span, text, where);
    else if (where === box) changed(true);
  }

  function putAtOnce(span, text, where) {
    const before = where.value;
    where.setRangeText(text, span[0], span[1], "end");
    where.dispatchEvent(new Event("input", { bubbles: true }));
    if (where === box) Store.set({ undo: { label: "撤销粘贴", before } });
  }

  function clear() {
    if (!box.value) return;
    const { ignored, corrections } = Store.state;
    replace("", { label: "撤销清空", kept: { ignored, corrections } });
    // What was put aside or corrected was so for this notice.
    Store.set({ ignored: { ids: {}, rules: {} }, corrections: [] });
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
    if (undo && undo.before !== undefined) {
      box.setRangeText(undo.before, 0, box.value.length, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    } else document.execCommand("undo");
    const rest = undo && undo.steps > 1 ? { label: undo.label, steps: undo.steps - 1 } : null;
    Store.set(Object.assign({ mode, undo: rest }, undo && undo.kept));
  }

  // Selects the words of `span` and brings them into view, which Chromium does
  // not do by itself. A longer stretch is only begun at: a slip of a key would
  // replace all of it.
  function select(span, where = box) {
    where.focus();
    where.setSelectionRange(span[0], span[1] - span[0] > MOST_SELECTED ? span[0] : span[1]);
    where.scrollTop = heightOf(where, where.value.slice(0, span[0])) - where.clientHeight / 3;
  }

  // How high `text` stands in a box.
  const heightOf = (where, text) => onTwin(where, text, twin => twin.offsetHeight);

  // What `measure` finds in a twin of a box that holds `text`.
  function onTwin(where, text, measure) {
    const twin = el("div", { class: "page twin", "aria-hidden": "true" }, text);
    twin.style.width = where.clientWidth + "px";
    byId("page").append(twin);
    const found = measure(twin);
    twin.remove();
    return found;
  }

  // The place in the text that stands first in the box; a line that is cut off
  // by half does not count.
  function top() {
    if (!box.scrollTop) return 0;
    return onTwin(box, box.value, twin => firstBelow(twin.firstChild, twin.getBoundingClientRect().top + box.scrollTop + 10));
  }

  // Brings a place in the text to the upper edge of the box.
  function scrollTo(offset) {
    box.scrollTop = offset ? heightOf(box, box.value.slice(0, offset + 1)) - heightOf(box, "一") : 0;
  }

  function follow(event) {
    if (composing || event.isComposing) return;
    Store.set({ undo: null });
    changed(/^insertFrom/.test(event.inputType));
  }

  // `onChange` after every change but those inside a composition (pinyin), with
  // whether it came as a whole;
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

  return { start, fill, replace, put, mend, undo, select, top, scrollTo, value: () => box.value };
})();
