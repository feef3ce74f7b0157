"use strict";
// 责任矩阵: the tasks that pass the filters by the units in them. One body has
// one column however it is spelt; classes of units stand before their members.
const matrixPanel = (function () {
  const MOST_COLUMNS = 60;
  const MANY_COLUMNS = 24; // more than this fold those of one task, unless told

  function shown() {
    const { byLoad, fold } = Store.state;
    const folds = fold === null ? Store.view("units").length > MANY_COLUMNS : fold;
    return { rows: Narrow.ids(), shape: { by_load: byLoad, fold: folds } };
  }

  const view = () => Store.view("matrix", shown());

  function draw() {
    const matrix = view();
    const columns = matrix.columns.slice(0, shownColumns());
    const line = row => drawRow(row, columns);
    return el("table", { class: "matrix" },
      el("caption", { class: "unseen" }, Store.state.reading.title("matrix", "")),
      el("thead", null, groups(columns), heads(columns)),
      el("tbody", null, Slices.draw("matrix", matrix.rows, line, Slices.asRow(columns.length + 2))),
      el("tfoot", null, el("tr", null, el("th", { scope: "row" }, Words.heads("matrix")[1]), el("td"), columns.map(column => el("td", null, String(column.tasks))))));
  }

  const shownColumns = () => Store.state.windows.columns || MOST_COLUMNS;

  function above() {
    const { columns, single } = view();
    if (!columns.length) return null;
    const line = el("div", { class: "legend" },
      drawChoice("单位排列", "byLoad", [[false, "按原文"], [true, "按任务多少"]]),
      single > 1 ? foldChoice(single) : null,
      key());
    if (columns.length > shownColumns()) line.append(moreColumns(columns.length));
    return line;
  }

  // What the marks mean that stand in the table.
  function key() {
    const parts = view().rows.flatMap(row => row.cells).flatMap(cell => cell.parts);
    const roles = Words.roles().filter(role => parts.some(part => part.role === role.key));
    const styles = [["borrowed", parts.some(part => part.origin)], ["likely", parts.some(part => part.likely)], ["corrected", parts.some(part => part.corrected != null)]];
    return roles.map(role => el("span", null, chip(role), role.name)).concat(
      styles.filter(([, stands]) => stands).map(([style]) => el("span", null, chip(Words.role("responsible"), style), Words.notes()[style])));
  }

  function foldChoice(single) {
    const box = el("input", { type: "checkbox" });
    box.checked = shown().shape.fold;
    box.addEventListener("change", () => Store.set({ fold: box.checked }));
    return el("label", { class: "filter" }, box, "合并只有一项任务的 " + single + " 个单位");
  }

  function moreColumns(columns) {
    const control = button("还有 " + (columns - shownColumns()) + " 个单位，全部显示", { class: "quiet" });
    control.addEventListener("click", () => {
      Store.set({ windows: Object.assign({}, Store.state.windows, { columns }) });
    });
    return control;
  }

  const chip = (role, style) => el("i", { class: ["chip", "role-" + role.key].concat(style || []).join(" ") }, role.mark);

  function groups(columns) {
    const names = columns.map(column => column.group).filter((group, at, all) => all.indexOf(group) === at);
    const cells = names.map(group => {
      const width = columns.filter(column => column.group === group).length;
      return el("th", { colspan: width, scope: "colgroup", class: group }, el("span", null, Words.name("groups", group)));
    });
    const [task, total] = Words.heads("matrix");
    return el("tr", { class: "groups" },
      el("th", { class: "corner", rowspan: 2, scope: "col" }, task), el("th", { class: "total", rowspan: 2, scope: "col" }, total), cells);
  }

  // The head of a column leads to the sheet of its unit.
  function heads(columns) {
    const head = column => {
      const note = [column.unit].concat(column.spellings).join("、") + "：" + column.tasks + " 项。拖到另一个单位上，就并入它；按 F2 改称、并入";
      const control = button(upright(column.unit), { class: "go", title: note });
      control.disabled = column.group === "rest";
      control.addEventListener("click", () => Store.set({ tab: "units", unit: column.unit }));
      const own = column.group === "rest" ? {} : { "data-unit": column.unit, draggable: "true" };
      return el("th", Object.assign({ scope: "col", class: column.group + (column.class ? " class" : "") }, own), control);
    };
    return el("tr", { class: "heads" }, columns.map(head));
  }

  function drawRow(row, columns) {
    const cells = columns.map(column => el("td", { class: column.group + (column.class ? " class" : "") }));
    row.cells.forEach(cell => {
      if (cell.column < cells.length) cells[cell.column].append(...cell.parts.map(part => mark(part, row, columns[cell.column])));
    });
    return el("tr", leads(row.span, row.id, row.place + row.title),
      el("th", { scope: "row" }, el("div", null, el("span", { class: "place" }, row.place), row.title)),
      el("td", { class: "total" + (row.units ? "" : " lack") }, row.units ? String(row.units) : Words.notes().nobody), cells);
  }

  function mark(part, row, column) {
    const role = Words.role(part.role);
    const style = "chip role-" + part.role + (part.origin ? " borrowed" : "") + (part.likely ? " likely" : "") + corrected(part);
    const control = place(role.mark, part.span, row.id, reason(part), style);
    control.setAttribute("aria-label", role.mark + "，" + part.unit + role.name);
    return column.group === "rest" ? el("span", { class: "single" }, control, part.unit) : control;
  }

  function find(focus) {
    const task = Store.view("tasks").find(row => row.id === focus.row || row.also.includes(focus.row));
    return task ? view().rows.findIndex(row => row.id === task.id) : -1;
  }

  const outlet = () => ({ sheet: "matrix", shown: shown() });
  const length = () => view().columns.length && view().rows.length;
  const count = () => "";
  return { name: "matrix", title: "矩阵", filtered: true, above, draw, find, outlet, length, count };
})();
