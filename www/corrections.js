"use strict";
// 更正: what a person says of the reading goes over it. The corrections stand in
// `Store.state.corrections` in the order in which they were made, each as
// src/analysis/correction.rs has it, and every text is read under them.
const Corrections = (function () {
  const list = byId("list");
  const TOLD = "已更正，在“我的更正”里可以撤销。";

  // Makes changes of the row `id`, and corrections of all rows; then the row is
  // pointed at.
  function make(id, changes, everywhere = []) {
    add(Store.state.reading.correct(id, changes).concat(everywhere), () => {
      const row = Store.view("tasks").find(row => row.id === id);
      if (row) Store.set({ focus: { span: row.span, row: id, note: row.place + row.title, by: "result" } });
      return list.querySelector("tr[data-row='" + id + "']") || list.querySelector("tr[data-index]");
    });
  }

  const merged = (units, into) => ({ merge: { units: units.filter(unit => unit !== into), into } });

  // One body, one name, also where it is chosen.
  function merge(units, into) {
    const { unit, mine } = Store.state;
    if (units.includes(unit)) Store.set({ unit: into });
    if (units.includes(mine)) Store.set({ mine: into });
    add([merged(units, into)], () => {
      const place = Array.from(list.querySelectorAll("[data-unit]")).find(one => one.dataset.unit === into);
      return place && (place.querySelector("button") || place);
    });
  }

  function add(made, spot) {
    if (made.length) put(Store.state.corrections.filter(old => !made.some(one => replaces(one, old))).concat(made), TOLD, spot);
  }

  // A role or a title that is set once more is not listed twice.
  function replaces(one, old) {
    if (!one.work || !old.work || JSON.stringify(one.work.at) !== JSON.stringify(old.work.at)) return false;
    const [now, before] = [one.work.change, old.work.change];
    if (now.title && before.title) return true;
    return Boolean(now.role && before.role) && now.role.unit === before.role.unit;
  }

  function undo(index) {
    put(Store.state.corrections.filter((_, at) => at !== index), "已撤销。", () => {
      const rows = list.querySelectorAll("tr[data-index]");
      return rows[index] || rows[rows.length - 1];
    });
  }

  // Reads under other corrections; the keyboard goes on at `spot()`.
  function put(corrections, said, spot = () => null) {
    Store.set({ corrections });
    Reader.soon(true);
    Reader.now().then(() => {
      if (Store.state.pending) return;
      Store.set({ said });
      const at = (Store.state.reading && spot()) || byId("tabs").querySelector("[aria-selected='true']");
      if (at.tagName === "TR") Keys.go(at);
      else at.focus();
    });
  }

  return { make, merge, merged, undo, clear: () => put([], "更正已全部撤销。") };
})();

// 我的更正: each of them in one sentence, to be taken back.
const correctionsPanel = (function () {
  const rows = () => Store.view("corrections");
  const lost = () => rows().filter(row => !row.span).length;

  function draw() {
    const heads = Words.heads("corrections");
    return el("table", { class: "corrections" },
      el("caption", { class: "unseen" }, Words.name("bases", "correction")),
      headRow(heads),
      el("tbody", null, Slices.draw("corrections", rows(), line, Slices.asRow(heads.length))));
  }

  function line(row, index) {
    return el("tr", row.span ? leads(row.span, null, row.message) : { tabindex: "-1" },
      el("td", { class: "number" }, String(index + 1)),
      el("td", null, el("span", { class: "place" }, row.place), row.title),
      el("td", null, row.message, row.span ? null : el("span", { class: "check" }, Words.notes().lost)),
      el("td", { class: "acts" }, act("撤销", row.message, () => Corrections.undo(index))));
  }

  function act(label, title, what) {
    const control = button(label, { class: "quiet", title, "data-act": true, tabindex: "-1" });
    control.addEventListener("click", what);
    return control;
  }

  function above() {
    if (!rows().length) return null;
    const all = button("全部撤销", { class: "quiet" });
    all.addEventListener("click", () => Ask.ask("撤销全部 " + rows().length + " 条更正吗？", [["全部撤销", Corrections.clear]]));
    return el("div", { class: "legend" }, lost() ? el("span", { class: "lack" }, lost() + " 条在原文里找不到，没有起作用") : null, all);
  }

  const nothing = () => "没有更正。在“表”“矩阵”“单位”里点“改”，或者按 F2，可以更正。";
  const find = focus => rows().findIndex(row => String(row.span) === String(focus.span));
  const idle = () => !Store.state.corrections.length;
  const outlet = () => ({});
  const length = () => rows().length;
  const count = () => (length() ? grouped(length()) : "");
  return { name: "corrections", title: "我的更正", idle, lost, above, nothing, draw, find, outlet, length, count };
})();
