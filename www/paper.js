"use strict";
// What goes on paper: the table of the open panel as far as the filters let it
// pass. A wide matrix is cut into tables that fit the sheet.
const Paper = (function () {
  const sheet = byId("sheet");
  const WIDEST = 24; // units side by side on A4 landscape
  const FIXED = 4; //   columns before the first unit of the matrix
  const LONG = /^(措施|要求|原文|问题|建议|正文内容|附表内容|原文字|现文字|事项|内容)$/;
  const SHORT = /^(序号|级别|规则|合计|角色|来源)$/;

  function lay() {
    clear();
    const out = Tabs.outlet();
    if (!out) return;
    const { reading } = Store.state;
    const { note, header, rows } = reading.cells(out.sheet, out.shown);
    const { title, is_draft } = Store.view("summary");
    const matrix = out.sheet === "matrix" && !note; // too large a matrix comes as a list
    const filtered = Narrow.isOn() && Tabs.current().filtered ? "（筛选出的 " + grouped(out.rows) + " 项）" : "";
    const notes = [note, is_draft ? "征求意见稿" : "", "打印日期：" + new Date().toLocaleDateString("zh-CN"),
      matrix ? Words.roles().map(role => role.mark + "：" + role.name).concat("（）：统一规定、沿用前文或附表").join("　") : ""];
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
    const long = columns.filter(column => LONG.test(header[column])).length;
    const width = column => (LONG.test(header[column]) ? "long-" + Math.min(3, long) : SHORT.test(header[column]) ? "short" : "");
    return el("table", { class: matrix ? "print-matrix" : "print-table" },
      el("thead", null, el("tr", null, columns.map(column =>
        el("th", { class: width(column) || null }, stands(column) ? upright(header[column]) : header[column])))),
      el("tbody", null, rows.map(row => el("tr", null, columns.map(column =>
        el("td", { class: stands(column) && row[column].length < 4 ? "mark" : null }, row[column]))))));
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
