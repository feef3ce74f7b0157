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
    box.focus();
    box.select();
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    if (!done && box.value !== text) {
      box.setRangeText(text, 0, box.value.length, "end");
      box.dispatchEvent(new Event("input"));
    }
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }

  function clear() {
    if (!box.value) return;
    replace("");
    Store.set({ cleared: true });
  }

  function undo() {
    box.focus();
    document.execCommand("undo");
    Store.set({ cleared: false });
  }

  // Selects the words of `span` and brings them into view, which Chromium does
  // not do by itself. A longer stretch is only begun at: a slip of a key would
  // replace all of it.
  function select(span) {
    box.focus();
    box.setSelectionRange(span[0], span[1] - span[0] > MOST_SELECTED ? span[0] : span[1]);
    box.scrollTop = heightOf(box.value.slice(0, span[0])) - box.clientHeight / 3;
  }

  // How high `text` stands in the box, measured in a twin of it.
  function heightOf(text) {
    const twin = el("div", { class: "page twin", "aria-hidden": "true" }, text);
    twin.style.width = box.clientWidth + "px";
    document.body.append(twin);
    const height = twin.offsetHeight;
    twin.remove();
    return height;
  }

  function follow(event) {
    if (composing || event.isComposing) return;
    Store.set({ cleared: false });
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

  return { start, replace, select, value: () => box.value };
})();
