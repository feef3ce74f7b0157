"use strict";
// Long lists are shown in part, so that a very long notice never freezes the
// page: `Store.state.windows[name]` says from which row to which.
const Slices = (function () {
  const STEP = 150;

  function windowOf(name, length) {
    const open = Store.state.windows[name] || [0, STEP];
    return [Math.min(open[0], Math.max(0, length - STEP)), Math.min(open[1], length)];
  }

  function open(name, from, to) {
    const windows = Object.assign({}, Store.state.windows);
    windows[name] = [Math.max(0, from), to];
    Store.set({ windows });
  }

  // Moves the window so that it holds `index`.
  function reveal(name, index, length) {
    const [from, to] = windowOf(name, length);
    if (index < from || index >= to) open(name, index - STEP / 3, index + STEP);
  }

  // The rows of the window, each as `draw(row, index)` makes it, between two
  // buttons that show more; `wrap` puts a button where a row can stand.
  function draw(name, rows, drawRow, wrap) {
    const [from, to] = windowOf(name, rows.length);
    const before = from && more("显示前面 " + grouped(Math.min(STEP, from)) + " 行", () => open(name, from - STEP, to));
    const rest = rows.length - to;
    const after = rest && more("显示更多（还有 " + grouped(rest) + " 行）", () => open(name, from, to + STEP));
    const shown = rows.slice(from, to).map((row, index) => numbered(drawRow(row, from + index), from + index));
    return [before ? wrap(before) : null, shown, after ? wrap(after) : null];
  }

  // A row may bring a heading before it and sentences behind it.
  function numbered(drawn, index) {
    const row = [].concat(drawn).find(one => one && !one.classList.contains("band"));
    row.dataset.index = index;
    return drawn;
  }

  function more(label, act) {
    const control = button(label, { class: "more" });
    control.addEventListener("click", act);
    return control;
  }

  // A button as a row of a table with `columns` columns.
  const asRow = columns => control => el("tr", { class: "more-row" }, el("td", { colspan: columns }, control));

  return { draw, reveal, asRow };
})();
