"use strict";
// 责任矩阵: tasks by units. Units that act only by a rule for all tasks stand
// apart, at the far right.
const matrixPanel = (function () {
  const MOST_COLUMNS = 60;
  const GROUPS = { unit: "责任单位", class: "类别和其他主体", blanket: "统一规定" };

  function draw() {
    const matrix = Store.view("matrix");
    const columns = matrix.columns.slice(0, shownColumns());
    const line = row => drawRow(row, columns);
    return el("table", { class: "matrix" },
      el("caption", { class: "unseen" }, "责任矩阵"),
      el("thead", null, groups(columns), heads(columns)),
      el("tbody", null, Slices.draw("matrix", matrix.rows, line, Slices.asRow(columns.length + 1))));
  }

  const shownColumns = () => Store.state.windows.columns || MOST_COLUMNS;

  function above() {
    const columns = Store.view("matrix").columns.length;
    if (!columns) return null;
    const line = el("p", { class: "legend" },
      ROLES.map(role => el("span", null, chip(role), role.name)),
      el("span", null, el("i", { class: "chip role-responsible borrowed" }, "责"), "统一规定或沿用前文"),
      el("span", null, el("span", { class: "check" }, "待核"), "请对照原文"));
    if (columns > shownColumns()) line.append(moreColumns(columns));
    return line;
  }

  function moreColumns(columns) {
    const control = button("还有 " + (columns - shownColumns()) + " 个单位，全部显示", { class: "quiet" });
    control.addEventListener("click", () => {
      Store.set({ windows: Object.assign({}, Store.state.windows, { columns }) });
    });
    return control;
  }

  const chip = role => el("i", { class: "chip role-" + role.key }, role.mark);

  function groups(columns) {
    const cells = Object.keys(GROUPS).map(group => {
      const width = columns.filter(column => column.group === group).length;
      return width ? el("th", { colspan: width, scope: "colgroup", class: group }, el("span", null, GROUPS[group])) : null;
    });
    return el("tr", { class: "groups" }, el("th", { class: "corner", rowspan: 2, scope: "col" }, "任务"), cells);
  }

  function heads(columns) {
    const head = column =>
      el("th", { scope: "col", class: column.group, title: column.unit + "：" + column.tasks + " 项" },
        el("span", { class: "upright" }, column.unit), el("b", null, String(column.tasks)));
    return el("tr", { class: "heads" }, columns.map(head));
  }

  function drawRow(row, columns) {
    const cells = columns.map(column => el("td", { class: column.group }));
    row.cells.forEach(cell => {
      if (cell.column < cells.length) cells[cell.column].append(...cell.parts.map(part => mark(part, row)));
    });
    return el("tr", leads(row.span, row.id, row.place + row.title),
      el("th", { scope: "row" }, el("div", null, el("span", { class: "place" }, row.place), row.title)), cells);
  }

  function mark(part, row) {
    const role = roleOf(part.role);
    const style = "chip role-" + part.role + (part.origin ? " borrowed" : "") + (part.likely ? " likely" : "");
    const control = place(role.mark, part.span, row.id, reason(part), style);
    control.setAttribute("aria-label", part.unit + role.name);
    return control;
  }

  const find = focus => Store.view("matrix").rows.findIndex(row => row.id === focus.row);
  const length = () => Store.view("matrix").columns.length && Store.view("matrix").rows.length;
  const count = () => grouped(Store.view("matrix").rows.length) + "×" + grouped(Store.view("matrix").columns.length);
  return { name: "matrix", title: "责任矩阵", above, draw, find, length, count };
})();
