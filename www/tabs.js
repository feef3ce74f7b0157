"use strict";
// The results: five places, some of them with several panels to choose from.
const Tabs = (function () {
  const PLACES = [
    { name: "tasks", title: "任务", panels: [tasksPanel, matrixPanel, correctionsPanel] },
    { name: "units", title: "单位", panels: [unitsPanel] },
    { name: "calendar", title: "时限", panels: [calendarPanel] },
    { name: "checks", title: "核对", panels: [findingsPanel, amendmentsPanel, collationPanel, noticePanel, unreadPanel] },
    { name: "changes", title: "对比", panels: [changesPanel] },
  ];
  const PANELS = PLACES.reduce((all, one) => all.concat(one.panels), []);
  const NOTHING = {
    tasks: "没有读出任务。请确认粘贴的是通知正文，各项工作前面带有“一、”“（一）”“1.”这样的序号。",
    matrix: "没有读出责任单位。",
    units: "没有读出责任单位。",
    calendar: "没有读出完成时限或频次要求。",
    findings: "没有发现问题。机器检查不能代替核稿。",
    amendments: "没有发现问题，没有要提的修改意见。",
  };
  const FILTERED = "没有符合当前筛选的内容。";
  const list = byId("list");
  const scrolls = {};

  const current = () => PANELS.find(one => one.name === Store.state.tab);
  const placeOf = tab => PLACES.find(one => one.panels.some(panel => panel.name === tab));

  // The table that leaves the page, as far as it is shown: { sheet, shown, rows,
  // all }; `null` where there is none.
  function outlet() {
    const { reading } = Store.state;
    if (!reading) return null;
    const one = current();
    const { sheet, shown } = one.outlet ? one.outlet() : { sheet: one.name, shown: {} };
    return sheet && { sheet, shown: shown || {}, rows: one.length() };
  }

  // What of a table the filters let pass, whatever panel is open.
  function shownOf(sheet) {
    const OF_TASKS = ["tasks", "sentences", "units", "calendar", "assignments", "slips"];
    const outlets = [current()].concat(PANELS).map(one => (one.outlet ? one.outlet() : { sheet: one.name }));
    const own = outlets.find(out => out.sheet === sheet);
    if (own) return own.shown || {};
    return OF_TASKS.includes(sheet) ? { rows: Narrow.ids() } : {};
  }

  function build() {
    const tabs = PLACES.map(one => button(one.title, { id: "place-" + one.name, role: "tab", "aria-controls": "panel" }));
    tabs.forEach((tab, index) => tab.addEventListener("click", () => go(PLACES[index])));
    byId("tabs").append(...tabs);
    byId("tabs").addEventListener("keydown", step);
    const views = PANELS.map(one => button(one.title, { id: "tab-" + one.name }));
    views.forEach((view, index) => view.addEventListener("click", () => Store.set({ tab: PANELS[index].name })));
    byId("views").append(...views);
  }

  // A place opens with the panel that was last open in it.
  function go(one) {
    if (placeOf(Store.state.tab) !== one) Store.set({ tab: one.last || one.panels[0].name });
  }

  // Arrow keys go from place to place, Home and End to the first and the last.
  function step(event) {
    const tabs = Array.from(byId("tabs").children);
    const at = tabs.indexOf(document.activeElement);
    const last = tabs.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    tabs[next].click();
    tabs[next].focus();
  }

  function drawTabs() {
    const { reading, tab } = Store.state;
    const here = placeOf(tab);
    here.last = tab;
    PLACES.forEach(one => {
      const control = byId("place-" + one.name);
      const count = reading && one.panels[0].count();
      control.textContent = one.title;
      if (count) control.append(" ", el("b", null, count));
      control.setAttribute("aria-selected", String(one === here));
      control.tabIndex = one === here ? 0 : -1;
    });
    PANELS.forEach(one => {
      const control = byId("tab-" + one.name);
      const count = reading && one !== here.panels[0] && one.count();
      control.textContent = one.title;
      if (count) control.append(" ", el("b", null, count));
      control.hidden = here.panels.length < 2 || !here.panels.includes(one) || Boolean(one.idle && one.idle());
      control.setAttribute("aria-pressed", String(one.name === tab));
    });
    byId("views").hidden = !reading || here.panels.length < 2;
    byId("panel").setAttribute("aria-labelledby", "place-" + here.name);
  }

  function drawPanel() {
    const { reading, unread, tab } = Store.state;
    byId("welcome").hidden = Boolean(reading) || unread;
    byId("unread").hidden = !unread;
    byId("panel").hidden = !reading;
    if (list.dataset.tab) scrolls[list.dataset.tab] = [list.scrollTop, list.scrollLeft];
    byId("above").textContent = list.textContent = "";
    if (!reading) return;
    const one = current();
    const content = one.length() ? one.draw() : el("p", { class: "empty" }, nothing(one));
    const above = one.above && one.above();
    if (above) byId("above").append(above);
    list.append(content);
    [list.scrollTop, list.scrollLeft] = scrolls[tab] || [0, 0];
    list.dataset.tab = tab;
    const first = list.querySelector("tr[data-index]");
    if (first) first.tabIndex = 0;
    drawFocus();
  }

  function nothing(one) {
    const own = one.nothing && one.nothing();
    if (own) return own;
    return Narrow.isOn() && one.filtered ? FILTERED : NOTHING[one.name];
  }

  // The row that is pointed at, marked and in view.
  function drawFocus() {
    const { reading, focus } = Store.state;
    list.querySelectorAll(".pointed").forEach(row => row.classList.remove("pointed"));
    if (!reading || !focus) return;
    const one = current();
    const index = one.length() ? one.find(focus) : -1;
    if (index < 0) return;
    const row = list.querySelector("[data-index='" + index + "']");
    if (!row) return Slices.reveal(one.name, index, one.length());
    row.classList.add("pointed");
    intoView(row);
  }

  // Clear of the head that stays on top.
  function intoView(row) {
    const head = list.querySelector("thead");
    const covered = head ? head.offsetHeight : 0;
    const room = list.clientHeight - covered;
    const top = row.getBoundingClientRect().top - list.getBoundingClientRect().top - covered;
    if (top < 0 || top + Math.min(row.offsetHeight, room) > room) list.scrollTop += top - room / 4;
  }

  function start() {
    build();
    Store.watch(["reading", "tab", "ignored", "changes", "chosen", "query", "mine"], drawTabs);
    Store.watch(
      ["reading", "unread", "tab", "windows", "sift", "ignored", "opened", "differing", "changes", "changesBy", "changed",
        "chosen", "query", "mine", "sort", "byLoad", "fold", "unit"],
      drawPanel);
    Store.watch(["focus"], drawFocus);
    list.addEventListener("click", event => {
      const place = event.target.closest("[data-span]");
      if (!place || event.target.closest(".more, [data-act]")) return;
      Focus.follow(place);
      // In a narrow window, words that were asked for come into sight.
      if (place.tagName === "BUTTON") Store.set({ pane: "source" });
    });
    drawTabs();
    drawPanel();
  }

  return { start, current, outlet, shownOf };
})();
