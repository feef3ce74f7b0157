"use strict";
// Which tasks are shown: those that pass every filter at once. The numbers over
// the tables, the search and 我单位 are filters (see overview.js); every table
// of tasks, and all that leaves the page, keeps to what passes.
const Narrow = (function () {
  const SORTS = { text: "按原文", time: "按时限", unit: "按单位" };
  let kept = { key: null, rows: null };

  const isOn = () => Boolean(Store.state.chosen.length || Store.state.query || Store.state.mine);

  // The rows that pass, in the order that was asked for.
  function rows() {
    const { reading, chosen, query, mine, sort, ignored } = Store.state;
    const key = JSON.stringify([chosen, query, mine, sort, ignored]);
    if (kept.reading === reading && kept.key === key) return kept.rows;
    const passing = sorted(Store.view("tasks").filter(passes()), sort);
    kept = { reading, key, rows: passing };
    return passing;
  }

  function passes() {
    const { chosen, query, mine } = Store.state;
    const sets = chosen.map(key => new Set(Overview.idsOf(key)));
    const duties = mine && new Set(owed().map(duty => duty.id));
    return row => sets.every(set => set.has(row.id)) && (!duties || duties.has(row.id)) && (!query || holds(row, query));
  }

  const owed = () => Store.view("unit", Store.state.mine).duties;

  // Why a task is one of 我单位, where it does not name it.
  function because(row) {
    const duty = Store.state.mine && owed().find(duty => duty.id === row.id);
    return duty ? duty.reason : "";
  }

  function holds(row, query) {
    const texts = [row.place, row.title].concat(
      row.measures.map(one => one.text), row.parts.map(part => part.unit), row.deadlines.map(time => time.text + time.when));
    return query.split(/\s+/).every(word => texts.some(text => text.includes(word)));
  }

  function sorted(rows, by) {
    if (by === "text") return rows;
    const first = row => (row.deadlines.map(time => time.date).filter(date => date).sort()[0] || "9");
    const unit = row => (row.parts[0] ? row.parts[0].unit : "\uffff");
    const key = by === "time" ? first : unit;
    return rows.map((row, at) => [key(row), at, row])
      .sort((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1]))
      .map(([, , row]) => row);
  }

  // The ids that pass; null where nothing is asked for.
  const ids = () => (isOn() || Store.state.sort !== "text" ? rows().map(row => row.id) : null);

  // A test for the id of a task, or of a row of the annex that says the same.
  function test() {
    if (!isOn()) return () => true;
    const known = new Set();
    rows().forEach(row => [row.id].concat(row.also).forEach(id => known.add(id)));
    return id => known.has(id);
  }

  function clear() {
    Store.set({ chosen: [], query: "", mine: "" });
  }

  return { SORTS, isOn, rows, because, ids, test, clear };
})();
