"use strict";
// What goes on paper: the table of the open panel as far as the filters let it
// pass. A wide matrix is cut into tables that fit the sheet.
const Paper = (function () {
  const sheet = byId("sheet");
  const WIDEST = 24; // units side by side on A4 landscape
  const FIXED = 4; //   columns before the first unit of the matrix
  const LINE = 85; //   letters on one line of the sheet

  let asked = null; // what to print instead of the open table, see exports.js

  function lay() {
    clear();
    const out = asked || Tabs.outlet();
    if (!out) return;
    const { reading } = Store.state;
    const { note, header, rows } = reading.cells(out.sheet, out.shown);
    const { title, draft } = Store.view("summary");
    const matrix = out.sheet === "matrix" && !note; // too large a matrix comes as a list
    const filtered = Narrow.isOn() && Tabs.current().filtered && out.shown.rows ? "（筛选出的 " + grouped(out.shown.rows.length) + " 项）" : "";
    const notes = [note, draft, "打印日期：" + new Date().toLocaleDateString("zh-CN"),
      matrix ? Words.roles().map(role => role.mark + "：" + role.name).concat("（）：" + Words.notes().borrowed).join("　") : ""];
    sheet.append(title ? el("h1", null, title) : "",
      el("h2", null, reading.title(out.sheet, out.shown.unit || "") + filtered),
      el("p", null, notes.filter(note => note).join("　")),
      ...blocks(matrix, header).map(block => table(out.sheet, header, rows, block)));
  }

  // The columns of each table; tables of a matrix are about equally wide.
  function blocks(matrix, header) {
    const columns = header.map((_, index) => index);
    if (!matrix || header.length <= FIXED + WIDEST) return [columns];
    const units = header.length - FIXED;
    const width = Math.ceil(units / Math.ceil(units / WIDEST));
    const all = [];
    for (let at = FIXED; at < header.length; at += width) {
      all.push(columns.slice(0, FIXED).concat(columns.slice(at, at + width)));
    }
    return all;
  }

  function table(kind, header, rows, columns) {
    const matrix = kind === "matrix";
    const stands = column => matrix && column >= FIXED;
    return el("table", { class: matrix ? "print-matrix" : "print-table" },
      matrix ? null : widths(columns.map(column => [header[column], rows.map(row => row[column])])),
      el("thead", null, el("tr", null, columns.map(column => el("th", null, stands(column) ? upright(header[column]) : header[column])))),
      el("tbody", null, rows.map(row => el("tr", null, columns.map(column =>
        el("td", { class: stands(column) && row[column].length < 4 ? "mark" : null }, row[column]))))));
  }

  // Each column is as wide as its cells are long, so that the cells of a row
  // are about equally high; `columns` are [head, cells].
  function widths(columns) {
    const longest = ([head, cells]) => cells.reduce((most, cell) => Math.max(most, cell.length), head.length / 2);
    const usual = ([head, cells]) => Math.sqrt(cells.reduce((sum, cell) => sum + cell.length * cell.length, 0) / cells.length);
    const least = columns.map(column => (Math.min(3, longest(column)) + 1) / LINE);
    const wanted = columns.map(usual);
    const rest = 1 - least.reduce((sum, width) => sum + width, 0);
    const all = wanted.reduce((sum, width) => sum + width, 0);
    return el("colgroup", null, columns.map((_, at) => {
      const column = el("col");
      column.style.width = (least[at] + (rest * wanted[at]) / all) * 100 + "%";
      return column;
    }));
  }

  function clear() {
    sheet.textContent = "";
  }

  function print(out) {
    asked = out;
    window.print();
    asked = null;
  }

  function start() {
    byId("print").addEventListener("click", () => window.print());
    window.addEventListener("beforeprint", lay);
    window.addEventListener("afterprint", clear);
  }

  return { start, print };
})();
