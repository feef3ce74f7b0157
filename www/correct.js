"use strict";
// The form in which a row of the tables, or the name of a unit, is corrected. It
// opens by “改”, by F2 and by the other button of the mouse. A field that was
// emptied takes away what stood in it.
const Correct = (function () {
  const dialog = byId("correct");
  let open = null; // { take, aside } of the form that is open

  const input = (value, label, list) => el("input", { type: "text", value, list, "aria-label": label, autocomplete: "off", spellcheck: "false" });
  const typed = box => box.value.trim();

  // A field and the way to empty it.
  function removable(box) {
    const control = button("删去", { class: "quiet" });
    control.addEventListener("click", () => {
      box.value = "";
      box.focus();
    });
    return [box, control];
  }

  function roles(chosen, label) {
    return el("select", { "aria-label": label }, Words.roles().map(role => el("option", { value: role.key, selected: role.key === chosen }, role.name)));
  }

  // Each field: { was, box, line, changes }, `was` what stands in it at first.
  function titleField(row) {
    const box = input(row.title, "任务");
    const changes = () => (typed(box) && typed(box) !== row.title ? [{ title: { title: typed(box) } }] : []);
    return { was: row.title, box, line: [box], changes };
  }

  function unitField(part) {
    const { unit } = part;
    const box = input(unit, "单位", "units");
    const role = roles(part.role, unit + "的角色");
    const changes = everywhere => {
      if (!typed(box)) return [{ remove: { unit } }];
      const turned = role.value === part.role ? [] : [{ role: { unit, role: role.value } }];
      return typed(box) === unit || everywhere ? turned : turned.concat({ rename: { unit, into: typed(box) } });
    };
    return { was: unit, box, line: removable(box).concat(role), changes };
  }

  function newUnit(row, wanted) {
    const box = input("", "补充单位", "units");
    box.placeholder = "补充单位";
    const role = roles(wanted === "lead" || row.lacks.includes("lead") ? "lead" : "responsible", "补充单位的角色");
    const changes = () => (typed(box) ? [{ add: { unit: typed(box), role: role.value } }] : []);
    return { was: "owner", box, line: [box, role], changes };
  }

  function timeField(time) {
    const box = input(time.text, "时限");
    const day = time.kind === "relative" ? el("input", { type: "date", title: "从哪天起算", "aria-label": time.text + "从哪天起算" }) : null;
    const changes = () => {
      if (typed(box) === time.text) return day && day.value ? [{ day: { time: time.text, day: day.value } }] : [];
      return [typed(box) ? { time: { time: time.text, into: typed(box) } } : { no_time: { time: time.text } }];
    };
    return { was: time.text, box, line: removable(box).concat(day ? ["起算", day] : []), changes };
  }

  function newTime() {
    const box = input("", "补充时限");
    box.placeholder = "补充时限，如 6月底前";
    const changes = () => (typed(box) ? [{ time: { time: "", into: typed(box) } }] : []);
    return { was: "time", box, line: [box], changes };
  }

  // Where a task of the body becomes two, or one with the next.
  function shapeField(row) {
    const tasks = Store.view("tasks");
    const next = tasks[tasks.indexOf(row) + 1];
    const option = (value, label) => el("option", { value }, label);
    const box = el("select", { "aria-label": "拆开或者合并" }, option("", "不拆开，不合并"),
      row.measures.slice(1).map((one, at) => option(at + 1, "从“" + one.text.slice(0, 16) + "”起另成一项")),
      isTask(next) ? option("join", "并入下一项“" + next.title.slice(0, 16) + "”") : null);
    const changes = () => {
      if (!box.value) return [];
      return [box.value === "join" ? { join: { next: "" } } : { split: { sentence: row.measures[box.value].text } }];
    };
    return { box, line: [box], changes };
  }

  const isTask = row => Boolean(row) && row.source !== "annex";

  // Opens the form of the row `id`, at what is to be corrected first: a unit, a
  // time, or what the row lacks.
  function show(id, wanted) {
    const row = Store.view("tasks").find(row => row.id === id);
    if (!row) return;
    const units = row.parts.map(unitField).concat(newUnit(row, wanted));
    const times = row.deadlines.map(timeField).concat(newTime());
    const shape = isTask(row) ? [["拆开、合并", [shapeField(row)]]] : [];
    const groups = [["任务", [titleField(row)]], ["单位", units], ["时限", times]].concat(shape);
    const all = groups.reduce((fields, [, some]) => fields.concat(some), []);
    const everywhere = el("input", { type: "checkbox" });
    const take = () => {
      const changes = all.reduce((made, field) => made.concat(field.changes(everywhere.checked)), []);
      const renamed = units.slice(0, -1).filter(field => everywhere.checked && typed(field.box) && typed(field.box) !== field.was);
      Corrections.make(id, changes, renamed.map(field => Corrections.merged([field.was], typed(field.box))));
    };
    fill("更正：" + row.place + row.title, groups.map(([name, fields]) => group(name, fields.map(field => field.line))), { take, aside: () => Corrections.make(id, ["aside"]) });
    byId("correct-fields").append(el("label", { class: "filter" }, everywhere, "改了的单位名称，全文都改"));
    const first = all.find(field => field.was === (wanted === "lead" ? "owner" : wanted)) || units[0];
    first.box.focus();
  }

  // Opens the form of a unit, which has one name or several.
  function showUnit(name) {
    const known = Store.view("units").find(one => one.unit === name);
    if (!known) return;
    const names = [name].concat(known.spellings);
    const box = input(name, "改称，或者并入的单位", "units");
    const take = () => typed(box) && typed(box) !== name && Corrections.merge(names, typed(box));
    fill("改称或者并入：" + names.join("、"), [group("改称，或者并入的单位", [[box]])], { take });
    box.select();
  }

  const group = (name, lines) => el("fieldset", null, el("legend", null, name), lines.map(line => el("p", null, line)));

  function fill(title, content, acts) {
    byId("correct-title").textContent = title;
    byId("correct-fields").textContent = "";
    byId("correct-fields").append(...content);
    byId("correct-aside").hidden = !acts.aside;
    open = acts;
    if (!dialog.open) dialog.showModal();
  }

  function finish(event, act) {
    event.preventDefault();
    dialog.close();
    act();
  }

  // What can be corrected there, opened.
  function at(element) {
    const head = element.closest("[data-unit]");
    if (head) return showUnit(head.dataset.unit);
    const asked = element.closest("[data-correct]");
    const place = element.closest("[data-row]");
    if (asked) return show(asked.dataset.correct, asked.dataset.lack);
    if (place) show(place.dataset.row, (place.dataset.note || "").split("｜")[0]);
  }

  function start() {
    const list = byId("list");
    const way = event => Store.state.reading && event.target.closest("#list") && ["tasks", "matrix", "units"].includes(Store.state.tab);
    list.addEventListener("click", event => {
      if (event.target.closest("[data-correct], .sheet [data-unit]")) at(event.target);
    });
    list.addEventListener("contextmenu", event => {
      if (!way(event) || !event.target.closest("button[data-row], [data-unit]")) return;
      event.preventDefault();
      at(event.target);
    });
    list.addEventListener("keydown", event => {
      if (event.key !== "F2" || !way(event)) return;
      event.preventDefault();
      at(event.target);
    });
    byId("correct").addEventListener("submit", event => finish(event, open.take));
    byId("correct-aside").addEventListener("click", event => finish(event, open.aside));
    byId("correct-close").addEventListener("click", () => dialog.close());
    startDrag(list);
  }

  // The head of a column, dragged onto another: both are one.
  function startDrag(list) {
    let dragged = null;
    const head = event => event.target.closest && event.target.closest("th[data-unit]");
    list.addEventListener("dragstart", event => {
      dragged = head(event) && head(event).dataset.unit;
      if (dragged) event.dataTransfer.setData("text/plain", dragged);
    });
    list.addEventListener("drop", event => {
      const into = dragged && head(event) && head(event).dataset.unit;
      if (!into) return;
      event.preventDefault();
      event.stopPropagation();
      if (into !== dragged) unite(dragged, into);
    });
    list.addEventListener("dragend", () => (dragged = null));
  }

  function unite(unit, into) {
    const known = Store.view("units").find(one => one.unit === unit);
    const names = [unit].concat(known ? known.spellings : []);
    Ask.ask("把“" + unit + "”并入“" + into + "”，算一个单位吗？", [["并入", () => Corrections.merge(names, into)]]);
  }

  return { start };
})();

// Opens the form of a row.
function correctButton(id, title) {
  return button("改", { class: "link mend", title: "更正：" + title, "data-correct": id, "data-act": true, tabindex: "-1" });
}
