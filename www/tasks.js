"use strict";
// 任务分解表 and 附表: the same columns, one row for each task or annex row. The
// chapter stands as a band above its tasks, which leaves the columns room.

function taskPanel(name, title) {
  const HEADS = ["序号", "任务", "措施", "牵头", "责任", "配合", "督促", "时限", "出处"];
  const ROLE_AT = { 3: "lead", 4: "responsible", 5: "support", 6: "supervise" };

  const rows = () => Store.view(name);

  function draw() {
    const all = rows();
    return el("table", { class: "tasks" },
      el("caption", { class: "unseen" }, title),
      el("colgroup", null, HEADS.map((head, index) => el("col", { class: columnClass(all, index) }))),
      el("thead", null, el("tr", null, HEADS.map(head => el("th", { scope: "col" }, head)))),
      el("tbody", null, Slices.draw(name, all, drawRow, Slices.asRow(HEADS.length))));
    function drawRow(row, index) {
      return [band(all, index), line(row, index)].concat(sentences(row));
    }
  }

  // Tasks of several sentences can be opened: who acts in each, by when, how much.
  const opens = row => row.measures.length > 1;

  function above() {
    if (!rows().some(opens)) return null;
    return el("p", { class: "legend" }, drawFilter("逐句展开：每句话由谁做、何时完成、做到多少", "opened"));
  }

  function sentences(row) {
    if (!Store.state.opened || !opens(row)) return [];
    return row.measures.map(one => el("tr", Object.assign({ class: "sentence" }, leads(one.span, row.id, row.place + row.title + "｜措施")),
      el("td", { colspan: 2 }),
      el("td", null, one.text, targets(one, row)),
      ROLES.map(role => el("td", null, units(Object.assign({}, one, { id: row.id }), role))),
      el("td", null, one.deadlines.map(time => due(time, row))),
      el("td")));
  }

  // 目标: the numbers, each with what it measures behind the pointer.
  function targets(from, row) {
    if (!from.targets.length) return null;
    const list = from.targets.map(one => place(one.text, one.span, row.id, "目标｜" + one.clause, "target"));
    return el("div", { class: "targets" }, "目标：", list);
  }

  // A role that no row knows takes no room.
  function columnClass(all, index) {
    const role = ROLE_AT[index];
    const idle = role && !all.some(row => row.parts.some(part => part.role === role));
    return "c" + index + (idle ? " idle" : "");
  }

  function band(all, index) {
    const chapter = all[index].chapter;
    if (!chapter || (index && all[index - 1].chapter === chapter)) return null;
    return el("tr", { class: "band" }, el("th", { colspan: HEADS.length, scope: "rowgroup" }, chapter));
  }

  function line(row, index) {
    return el("tr", leads(row.span, row.id, row.place + row.title),
      el("td", { class: "number" }, String(index + 1)),
      el("th", { scope: "row" }, row.title),
      el("td", null, el("div", { class: "measures" }, row.measures.map(words => sentence(words, row))), targets(row, row)),
      ROLES.map(role => el("td", null, units(row, role))),
      el("td", null, row.deadlines.map(time => due(time, row))),
      el("td", { class: "place" }, row.place));
  }

  function sentence(words, row) {
    return el("span", Object.assign({ class: "go" }, leads(words.span, row.id, row.place + row.title + "｜措施")), words.text);
  }

  function units(row, role) {
    const mine = row.parts.filter(part => part.role === role.key);
    const blanket = mine.filter(part => part.basis === "blanket");
    const named = mine.filter(part => part.basis !== "blanket");
    const open = named.filter(part => part.open).pop();
    return named.map(part => unit(part, row, part === open)).concat(together(blanket, row));
  }

  // An open list shows its 等 once, at its end.
  function unit(part, row, closes) {
    return el("div", { class: "unit" },
      place(part.unit, part.span, row.id, reason(part), "role-" + part.role),
      closes ? " 等" : null,
      check(part.likely),
      part.origin ? el("small", null, part.origin) : null);
  }

  // The units of a rule for all tasks, folded until the row is pointed at.
  function together(parts, row) {
    if (!parts.length) return [];
    const label = "＋统一规定 " + parts.length + " 家";
    const note = "统一规定｜" + parts.map(part => part.unit).join("、") + rule(parts[0]);
    return el("div", { class: "unit blanket" },
      place(label, parts[0].span, row.id, note),
      el("ul", null, parts.map(part => el("li", null, part.unit))));
  }

  function due(time, row) {
    return el("div", { class: "unit" },
      place(time.text, time.span, row.id, time.text + (time.when ? "｜" + time.when : ""), "role-deadline"),
      check(time.likely),
      time.when ? el("small", null, time.when) : null);
  }

  const find = focus => rows().findIndex(row => row.id === focus.row);
  const length = () => rows().length;
  const count = () => grouped(length());
  return { name, title, above, draw, find, length, count };
}
