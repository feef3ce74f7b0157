"use strict";
// 两稿对比: what changed from the old text to the new one, by unit or by task.
const changesPanel = (function () {
  const HINT = "把另一稿粘贴到上面的框里，比如征求意见前的稿子、去年的通知。两稿的任务、单位、时限变了哪些，这里逐项列出。";

  const view = () => Store.state.changes;
  const related = () => Boolean(view() && view().related);
  const byUnit = () => Store.state.changesBy === "units";
  const changed = () => view().rows.filter(row => row.tags.length);

  function rows() {
    if (!related()) return [];
    if (byUnit()) return view().units;
    return Store.state.changed ? changed() : view().rows;
  }

  // One sentence each for tasks, units and times, then how to look at them.
  function above() {
    if (!related()) return null;
    const { tasks, units, times } = view().summary;
    return el("div", { class: "summary" },
      el("ul", null, [tasks, units, times].map(sentence => el("li", null, sentence))),
      el("div", { class: "legend" },
        drawChoice("按单位或按任务", "changesBy", [["units", "按单位"], ["tasks", "按任务"]]), byUnit() ? null : drawFilter("只看变化", "changed")));
  }

  function nothing() {
    if (!view()) return HINT;
    if (!view().related) return view().summary.tasks;
    return byUnit() ? "各单位的任务没有变化。" : "任务没有变化。";
  }

  function draw() {
    const heads = Words.heads(byUnit() ? "balance" : "changes");
    const one = byUnit() ? unitLine : line;
    return el("table", { class: byUnit() ? "balance" : "changes" },
      el("caption", { class: "unseen" }, Store.state.reading.title(byUnit() ? "balance" : "changes", "")),
      headRow(heads),
      el("tbody", null, Slices.draw("changes", rows(), one, Slices.asRow(heads.length))));
  }

  // Words of the text on the left lead there, those of the other text to its box.
  const isHere = old => (Store.state.otherIs === "old") !== old;
  const go = (old, span, row, note) => (isHere(old) ? leads(span, row, note) : { "data-other": span.join(","), tabindex: "-1", title: note });

  function line(row) {
    const old = row.new.length ? !isHere(false) && row.old.length > 0 : true;
    const first = (old ? row.old : row.new)[0];
    const style = row.old.length && row.new.length ? null : "only";
    return el("tr", Object.assign({ class: style }, go(old, first.span, first.id, first.place + first.title)),
      el("td", null, row.tags.length ? row.tags.map(tag => el("div", { class: "tag" }, tag)) : el("span", { class: "none" }, Words.notes().unchanged)),
      el("td", null, side(row.old, row.old_pieces, true)),
      el("td", null, side(row.new, row.new_pieces, false)),
      el("td", null, drawUnits(row.units, (span, isOld) => go(isOld, span, null, ""))),
      el("td", null, row.shifts.map(shift)));
  }

  function side(places, pieces, old) {
    if (!places.length) return el("p", { class: "none" }, Words.heads("changes")[old ? 1 : 2] + "没有");
    const title = one => one.place + one.title;
    const heading = one => el("div", go(old, one.span, one.id, title(one)), el("strong", null, title(one)));
    return [places.map(heading), drawPieces(pieces, old ? "gone" : "come", span => go(old, span, places[0].id, title(places[0])))];
  }

  function shift(one) {
    const words = (text, span, old) =>
      text ? el("button", Object.assign({ type: "button", class: "go role-deadline" }, go(old, span, null, text)), text) : null;
    return el("div", { class: "unit" },
      words(one.old, one.old_span, true), one.old && one.new ? " → " : null, words(one.new, one.new_span, false),
      el("small", null, one.note));
  }

  function unitLine(unit) {
    const charge = old => one => el("div", { class: "unit" },
      el("button", Object.assign({ type: "button", class: "go" }, go(old, one.span, null, unit.unit + "｜" + one.role)), one.task),
      el("small", null, one.role));
    return el("tr", null,
      el("th", { scope: "row" }, unit.unit, unit.note ? el("small", null, unit.note) : null),
      el("td", null, unit.gained.map(charge(false))),
      el("td", null, unit.lost.map(charge(true))),
      el("td", null, unit.recast.map(charge(false))));
  }

  function find(focus) {
    if (!related() || byUnit() || !focus.row) return -1;
    const here = isHere(true) ? "old" : "new";
    return rows().findIndex(row => row[here].some(place => place.id === focus.row));
  }

  // What leaves the page: the table that is shown.
  function outlet() {
    if (!related()) return {};
    return byUnit() ? { sheet: "balance" } : { sheet: "changes", shown: { rows: rows().map(row => row.id) } };
  }
  const length = () => rows().length;
  const count = () => (related() ? grouped(changed().length) : "");
  return { name: "changes", title: "对比", above, nothing, draw, find, length, count, outlet };
})();
