"use strict";
// A draft: what a person has put in or decided, and how it is looked at, as it
// is saved within a page (see copy.js) and opened again, also by another page
// than the one that saved it.
const Draft = (function () {
  const WORK = ["text", "other", "ignored", "house", "directory", "expand", "corrections"];
  const VIEW = ["otherIs", "mode", "tab", "opened", "sift", "differing", "changesBy", "changed", "chosen", "query", "mine", "sort", "byLoad", "fold", "unit"];
  const OPENS = '<script type="application/json" id="draft">';
  const CLOSES = "</" + "script>";
  const fresh = chosen(WORK.concat(VIEW));

  function chosen(fields) {
    return fields.reduce((all, field) => Object.assign(all, { [field]: Store.state[field] }), {});
  }

  // What would be lost.
  function work() {
    return Object.assign(chosen(WORK), { text: TextBox.value() });
  }

  const whole = () => Object.assign(chosen(VIEW), work());

  // Whether `text` is that of a page like this one.
  const isPage = text => text.includes(OPENS);

  // The draft that the text of a page carries.
  function within(text) {
    const start = text.indexOf(OPENS) + OPENS.length;
    return of(text.slice(start, text.indexOf(CLOSES, start)));
  }

  // What was written; null without any, and where it is damaged.
  function of(written) {
    try {
      return checked(JSON.parse(written));
    } catch (error) {
      return null;
    }
  }

  // All that this page knows: what another one had no word for is as in a new
  // page, what it has other words for is left out.
  function checked(draft) {
    if (!draft || typeof draft.text !== "string") return null;
    const sort = value => (Array.isArray(value) ? "list" : value === null ? "boolean" : typeof value);
    const field = (own, known) => {
      if (own === undefined || sort(own) !== sort(known)) return known;
      return sort(known) === "object" ? Object.assign({}, known, own) : own;
    };
    return Object.keys(fresh).reduce((all, name) => Object.assign(all, { [name]: field(draft[name], fresh[name]) }), {});
  }

  // The draft of this file, when the page has just been opened.
  function fill(draft) {
    TextBox.fill(draft.text);
    show(draft);
    Reader.soon();
  }

  // Another draft in the place of this one; it can be undone.
  function take(draft) {
    const kept = chosen(WORK.concat(VIEW).filter(field => field !== "text"));
    TextBox.replace(draft.text, { label: "撤销打开", kept });
    show(draft);
  }

  // All but its text, which the reading tells of.
  function show(draft) {
    const { text, ...rest } = draft;
    Store.set(rest);
  }

  return { work, whole, isPage, within, of, fill, take };
})();
