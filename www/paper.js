"use strict";
// What goes on paper: the whole table of the open tab, not the part of it that
// the screen shows. A wide matrix is cut into tables that fit the sheet.
const Paper = (function () {
  const sheet = byId("sheet");
  const WIDEST = 24; // units side by side on A4 landscape
  const FIXED = 3; //   columns before the first unit of the matrix

  function lay() {
    clear();
    const out = Tabs.outlet();
    if (!out) return;
    const tab = out.sheet;
    const title = Store.view("summary").title;
    const { note, header, rows } = out.source.cells(tab);
    if (title) sheet.append(el("h1", null, title));
    const key = tab === "matrix" ? el("p", null, "牵：牵头　责：责任　配：配合　督：督促　（）：统一规定或沿用前文") : "";
    const told = note ? el("p", null, note) : "";
    const kind = note ? "list" : tab; // a matrix that is too wide comes as a list
    sheet.append(el("h2", null, Tabs.current().title), told, key, ...blocks(kind, header).map(block => table(kind, header, rows, block)));
  }

  // The columns of each table; tables of a matrix are about equally wide.
  function blocks(tab, header) {
    const columns = header.map((_, index) => index);
    if (tab !== "matrix" || header.length <= FIXED + WIDEST) return [columns];
    const units = header.length - FIXED;
    const width = Math.ceil(units / Math.ceil(units / WIDEST));
    const all = [];
    for (let at = FIXED; at < header.length; at += width) {
      all.push(columns.slice(0, FIXED).concat(columns.slice(at, at + width)));
    }
    return all;
  }

  function table(tab, header, rows, columns) {
    const upright = column => tab === "matrix" && column >= FIXED;
    return el("table", { class: "print-" + tab },
      el("thead", null, el("tr", null, columns.map(column =>
        el("th", { class: "p" + column }, upright(column) ? el("span", { class: "upright" }, header[column]) : header[column])))),
      el("tbody", null, rows.map(row => el("tr", null, columns.map(column => el("td", null, row[column]))))));
  }

  function clear() {
    sheet.textContent = "";
  }

  function start() {
    byId("print").addEventListener("click", () => window.print());
    window.addEventListener("beforeprint", lay);
    window.addEventListener("afterprint", clear);
  }

  return { start };
})();
