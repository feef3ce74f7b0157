"use strict";
// The findings as a reviewer works through them: which are shown, which are put
// aside, what is taken over into the text, and which comes next.
//
// `Store.state.sift` says which are shown: { grade, rule, aside }, all of them
// if empty; `aside` shows those put aside. What is put aside is remembered by
// the names of findings (which survive edits around them) and the codes of
// rules, here alone, and gone when the page is closed.
const Remarks = (function () {
  const lists = () => (Store.state.reading ? Store.view("findings", ignored()) : [[], []]);
  const open = () => lists()[0];
  const aside = () => lists()[1];
  const all = () => open().concat(aside());

  // What is put aside, as the core takes it.
  function ignored() {
    const { ids, rules } = Store.state.ignored;
    return { ids: Object.keys(ids), rules: Object.keys(rules) };
  }

  function shown() {
    const { grade, rule } = Store.state.sift;
    const rows = Store.state.sift.aside ? aside() : open();
    return rows.filter(row => (!grade || row.severity === grade) && (!rule || row.code === rule));
  }

  // The gravest of those shown that stand at a place of the text.
  const at = offset => shown().find(row => row.span[0] <= offset && offset <= row.span[1]);

  function sift(change) {
    Store.set({ sift: change, windows: Object.assign({}, Store.state.windows, { findings: null }) });
  }

  // Puts findings (`ids`, their names) or rules (`rules`, their codes) aside, or
  // brings them back.
  function ignore(kind, names, yes) {
    const changed = Object.assign({}, Store.state.ignored[kind]);
    names.forEach(name => (yes ? (changed[name] = true) : delete changed[name]));
    const ignored = Object.assign({}, Store.state.ignored);
    ignored[kind] = changed;
    Store.set({ ignored });
    if (!shown().length) sift({});
  }

  // What leaves the page leaves without what is put aside.
  function hand() {
    const { reading } = Store.state;
    if (reading) reading.ignore(ignored());
  }

  // Takes the suggestion of a finding over into the text, at the places of
  // those indexes. The text may have changed since it was read: its places are
  // those of a new reading.
  function adopt(id, places) {
    Reader.now().then(() => {
      const row = all().find(row => row.id === id);
      const fixes = row ? row.fixes.filter((_, at) => places.includes(at)) : [];
      if (!fixes.length || Store.state.pending) return;
      const index = shown().indexOf(row);
      const span = TextBox.mend(fixes);
      Reader.now().then(() => {
        if (Store.state.pending) return;
        const note = "已采纳｜" + row.advice;
        Store.set({ focus: { span, row: null, note, by: "result", next: index }, said: "已采纳 " + fixes.length + " 处，可以撤销。" });
        point(index);
      });
    });
  }

  // The keyboard goes on at the row that has moved up; behind the last one, at
  // the choice of what is shown.
  function point(index) {
    if (Store.state.tab !== "findings") return;
    const rows = byId("list").querySelectorAll("tr[data-index]");
    const row = Array.from(rows).find(row => Number(row.dataset.index) >= index) || rows[rows.length - 1];
    if (row) return Keys.go(row);
    (byId("above").querySelector("button:not(:disabled)") || byId("place-checks")).focus();
  }

  // The finding after (1) or before (-1) the one pointed at, first and last
  // joined; the way the notice is shown stays.
  function step(by) {
    if (!Store.state.reading) return;
    const rows = shown();
    if (!rows.length) return Store.set({ tab: "findings" });
    const { focus, mode } = Store.state;
    const here = rows.findIndex(row => focus && row.id === focus.row);
    const next = (here < 0 ? enter(focus, by) : here + by + rows.length) % rows.length;
    const row = rows[next];
    const note = "第 " + (next + 1) + " 条，共 " + rows.length + " 条｜" + row.grade + "｜" + row.message;
    Store.set({ tab: "findings", focus: { span: row.span, row: row.id, note, by: "result" }, said: "" });
    if (mode === "edit") TextBox.select(row.span);
    // The next key shall not write over the words.
    point(next);
  }

  // Where stepping begins while no finding is pointed at: after a suggestion
  // taken over, at the finding that has moved up.
  function enter(focus, by) {
    const first = (focus && focus.next) || 0;
    return by > 0 ? first : first + shown().length - 1;
  }

  function press(event) {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "F8") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
    const undoes = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
    if (undoes && Store.state.undo && event.target !== byId("text")) {
      event.preventDefault();
      TextBox.undo();
    }
  }

  function start() {
    document.addEventListener("keydown", press);
    Store.watch(["reading", "ignored"], hand);
  }

  return { start, all, open, aside, ignored, shown, at, sift, ignore, adopt, point, step };
})();
