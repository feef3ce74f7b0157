"use strict";
// 单位: a list of the units, and the sheet of the chosen one as it will print.
const unitsPanel = (function () {
  const list = () => {
    const { query } = Store.state;
    return Store.view("units").filter(one => !query || [one.unit].concat(one.spellings).some(name => name.includes(query)) || one.unit === chosen());
  };

  // Whose sheet is shown: the one chosen here, else 我单位, else the busiest.
  function chosen() {
    const { unit, mine } = Store.state;
    const first = Store.view("units")[0];
    return unit || mine || (first ? first.unit : "");
  }

  function draw() {
    const name = chosen();
    return el("div", { class: "units" },
      el("nav", { "aria-label": "单位" }, list().map(one => entry(one, name))),
      sheet(Store.view("unit", name)));
  }

  function entry(one, name) {
    const roles = Words.roles().map((role, at) => (one.roles[at] ? role.mark + one.roles[at] : "")).filter(words => words).join(" ");
    const control = button([el("span", null, one.unit), el("small", null, roles)],
      { class: "entry", "aria-pressed": String(one.unit === name), title: [one.unit].concat(one.spellings).join("、") });
    control.addEventListener("click", () => {
      Store.set({ unit: one.unit });
      Array.from(byId("list").querySelectorAll(".entry")).find(other => other.textContent === control.textContent).focus();
    });
    return control;
  }

  // A unit that some task names; 我单位 need not be one.
  const named = () => Store.view("units").some(one => one.unit === chosen()) || null;

  function sheet(one) {
    const heads = Words.heads("unit");
    const also = one.spellings.length ? "（又作" + one.spellings.join("、") + "）" : "";
    const line = (duty, index) => drawDuty(duty, index);
    return el("section", { class: "sheet", "aria-label": one.unit },
      el("h2", null, one.unit, el("small", null, one.duties.length + " 项任务" + also),
        named() && button("改称、并入", { class: "quiet", "data-unit": one.unit }),
        named() && (one.known ? null : adding(one))),
      one.duties.length ? el("table", { class: "duties" },
        el("caption", { class: "unseen" }, Store.state.reading.title("unit", one.unit)),
        headRow(heads),
        el("tbody", null, Slices.draw("duties", one.duties, line, Slices.asRow(heads.length))))
        : el("p", { class: "empty" }, "通知没有给它分派任务。"));
  }

  function adding(one) {
    const control = button("加入名录", { class: "quiet", title: "把它和它的写法写进“单位名录”" });
    control.addEventListener("click", () => House.add(one.unit, one.spellings));
    return control;
  }

  function drawDuty(duty, index) {
    return el("tr", leads(duty.span, duty.id, duty.place + duty.title),
      el("td", { class: "number" }, String(index + 1), correctButton(duty.id, duty.title)),
      el("th", { scope: "row" }, duty.title, el("small", null, duty.place)),
      el("td", null, place(duty.roles.join("、"), duty.named, duty.id, duty.title + "｜" + duty.roles.join("、"), ""),
        duty.reason ? el("small", { class: "because" }, duty.reason) : null),
      el("td", null, duty.words),
      el("td", null, duty.deadlines.map(time => el("div", null,
        place(time.text, time.span, duty.id, time.text, "role-deadline"), time.when ? el("small", null, time.when) : null))));
  }

  const duties = () => Store.view("unit", chosen()).duties;
  const find = focus => duties().findIndex(duty => duty.id === focus.row);
  const outlet = () => ({ sheet: "unit", shown: { unit: chosen() } });
  const length = () => Store.view("units").length;
  const count = () => grouped(length());
  return { name: "units", title: "单位", draw, find, outlet, length, count };
})();
