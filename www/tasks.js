"use strict";
// 任务分解表: one compact row for each task that passes the filters; the row
// that is pointed at opens in place. The chapter stands as a band above its
// tasks. Columns without a word in any row are left out.
const tasksPanel = (function () {
  const rows = () => Narrow.rows();

  // Which columns have something to show.
  function columns(all) {
    const [number, title, measures, time] = Words.heads("tasks");
    const roles = Words.roles().filter(role => all.some(row => row.parts.some(part => part.role === role.key)));
    const lacking = all.some(row => row.lacks.includes("owner"));
    const owner = Words.role("responsible");
    if (lacking && !roles.includes(owner)) roles.push(owner);
    const columns = [
      { name: "number", head: number, cell: (row, index) => [String(index + 1), correctButton(row.id, row.title)] },
      { name: "title", head: title, cell: heading },
      { name: "measures", head: measures, cell: words },
    ].concat(roles.map(role => ({ name: role.key, head: role.name, cell: row => units(row, role, roles) })));
    if (all.some(row => row.deadlines.length)) columns.push({ name: "time", head: time, cell: times });
    return columns;
  }

  function draw() {
    const all = rows();
    const shown = columns(all);
    const one = (row, index) => [band(all, index, shown.length), line(row, index, shown)].concat(sentences(row, shown));
    return el("table", { class: "tasks" },
      el("caption", { class: "unseen" }, Store.state.reading.title("tasks", "")),
      el("colgroup", null, shown.map(column => el("col", { class: "c-" + column.name }))),
      headRow(shown.map(column => column.head)),
      el("tbody", null, Slices.draw("tasks", all, one, Slices.asRow(shown.length))));
  }

  // Tasks of several sentences can be opened: who acts in each, by when, how much.
  const opens = row => row.measures.length > 1;

  function above() {
    return el("div", { class: "legend" },
      drawFilter("逐句展开", "opened", "每句话由谁做、何时完成、做到多少"),
      drawChoice("排序", "sort", Object.keys(Narrow.SORTS).map(key => [key, Narrow.SORTS[key]])));
  }

  function sentences(row, shown) {
    if (!Store.state.opened || !opens(row)) return [];
    return row.measures.map(one => {
      const said = Object.assign({}, one, { id: row.id, lacks: [] });
      const cell = column => {
        if (column.name === "number" || column.name === "title") return null;
        if (column.name === "measures") return [one.text, targets(one, row)];
        return column.cell(said);
      };
      return el("tr", Object.assign({ class: "sentence" }, leads(one.span, row.id, row.place + row.title + "｜措施")),
        shown.map(column => el("td", null, cell(column))));
    });
  }

  function band(all, index, width) {
    const chapter = Store.state.sort === "text" && all[index].chapter;
    if (!chapter || (index && all[index - 1].chapter === chapter)) return null;
    return el("tr", { class: "band" }, el("th", { colspan: width, scope: "rowgroup" }, chapter));
  }

  function line(row, index, shown) {
    const cell = column => {
      const head = column.name === "title";
      return el(head ? "th" : "td", { scope: head ? "row" : null, class: column.name }, el("div", { class: "clip" }, column.cell(row, index)));
    };
    return el("tr", leads(row.span, row.id, row.place + row.title), shown.map(cell));
  }

  function heading(row) {
    const because = Narrow.because(row);
    return [
      row.corrected ? el("span", { class: "corrected" }, row.title) : row.title,
      el("small", null, row.place, row.source === "body" ? null : el("i", { class: "source" }, Words.name("sources", row.source))),
      because ? el("small", { class: "because" }, because) : null,
    ];
  }

  function words(row) {
    return [row.measures.map(one => sentence(one, row)), targets(row, row)];
  }

  function sentence(one, row) {
    return el("span", Object.assign({ class: "go" }, leads(one.span, row.id, row.place + row.title + "｜措施")), one.text);
  }

  // 目标: the numbers, each with what it measures behind the pointer.
  function targets(from, row) {
    if (!from.targets.length) return null;
    const list = from.targets.map(one => place(one.text, one.span, row.id, Words.notes().targets + "｜" + one.clause, "target"));
    return el("div", { class: "targets" }, Words.notes().targets + "：", list);
  }

  function units(row, role, roles) {
    const mine = row.parts.filter(part => part.role === role.key);
    const blanket = mine.filter(part => part.basis === "blanket");
    const named = mine.filter(part => part.basis !== "blanket");
    const open = named.filter(part => part.open).pop();
    const list = named.map(part => unit(part, row, part === open)).concat(together(blanket, row));
    if (list.length || !row.lacks) return list;
    return lack(row, role.key === "lead" ? "lead" : role.key === "responsible" ? "owner" : null, roles);
  }

  // What is missing stands where it should.
  function lack(row, key) {
    if (!key || !row.lacks.includes(key)) return null;
    return button(Words.name("lacks", key), { class: "go lack", title: "补充", "data-correct": row.id, "data-lack": key, "data-act": true, tabindex: "-1" });
  }

  // An open list shows its 等 once, at its end.
  function unit(part, row, closes) {
    return el("span", { class: "unit" },
      place(part.unit, part.span, row.id, reason(part), "role-" + part.role + corrected(part)),
      closes ? " 等" : null,
      check(part.likely),
      part.origin ? el("small", null, part.origin) : null);
  }

  // The units of a rule for all tasks, folded until the row is pointed at.
  function together(parts, row) {
    if (!parts.length) return [];
    const { blanket } = Words.notes();
    const label = "＋" + blanket + " " + parts.length + " 家";
    const note = blanket + "｜" + parts.map(part => part.unit).join("、") + rule(parts[0]);
    return el("span", { class: "unit blanket" },
      place(label, parts[0].span, row.id, note),
      el("ul", null, parts.map(part => el("li", null, part.unit))));
  }

  function times(row) {
    return row.deadlines.length ? row.deadlines.map(time => due(time, row)) : lack(row, "time");
  }

  function due(time, row) {
    return el("div", { class: "unit" },
      place(time.text, time.span, row.id, time.text + (time.when ? "｜" + time.when : "") + was(time), "role-deadline" + corrected(time)),
      check(time.likely),
      time.when ? el("small", null, time.when) : null);
  }

  const find = focus => rows().findIndex(row => row.id === focus.row || row.also.includes(focus.row));
  const outlet = () => ({ sheet: Store.state.opened ? "sentences" : "tasks", shown: { rows: Narrow.ids() } });
  const length = () => rows().length;
  const count = () => grouped(Store.view("tasks").length);
  return { name: "tasks", title: "表", filtered: true, above, draw, find, outlet, length, count };
})();
