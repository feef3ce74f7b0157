"use strict";
// The results: one tab for each table, with how much it holds.
const Tabs = (function () {
  const PANELS = [
    taskPanel("tasks", "tasks", "任务分解表"),
    matrixPanel,
    calendarPanel,
    taskPanel("annex", "annex", "附表"),
    noticePanel,
    findingsPanel,
  ];
  const NOTHING = {
    tasks: "没有读出任务。请确认粘贴的是通知正文，各项工作前面带有“一、”“（一）”“1.”这样的序号。",
    matrix: "没有读出责任单位。",
  };
  const panel = byId("panel");

  const current = () => PANELS.find(one => one.name === Store.state.tab);

  function count(one, summary) {
    const given = () => Store.view("notice").filter(field => field.values.length).length;
    const counts = {
      tasks: summary.tasks,
      matrix: summary.units,
      calendar: summary.deadlines,
      annex: summary.annex,
      findings: summary.errors + summary.warnings + summary.hints,
    };
    return one.name === "notice" ? given() : counts[one.name];
  }

  function build() {
    const tabs = PANELS.map(one => button(one.title, { id: "tab-" + one.name, role: "tab", "aria-controls": "panel" }));
    tabs.forEach((tab, index) => tab.addEventListener("click", () => Store.set({ tab: PANELS[index].name })));
    byId("tabs").append(...tabs);
    byId("tabs").addEventListener("keydown", step);
  }

  // Arrow keys go from tab to tab, Home and End to the first and the last.
  function step(event) {
    const tabs = Array.from(byId("tabs").children).filter(tab => !tab.hidden);
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
    const summary = reading && Store.view("summary");
    PANELS.forEach(one => {
      const control = byId("tab-" + one.name);
      const active = one.name === tab;
      control.textContent = one.title;
      if (summary) control.append(" ", el("b", null, grouped(count(one, summary))));
      control.hidden = one.name === "annex" && !(summary && summary.annex);
      control.setAttribute("aria-selected", String(active));
      control.tabIndex = active ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", "tab-" + tab);
  }

  // A paste that is only a table opens its rows; without an annex its tab goes.
  function choose() {
    const { reading, tab } = Store.state;
    const summary = reading ? Store.view("summary") : { tasks: 0, annex: 0 };
    if (tab === "tasks" && !summary.tasks && summary.annex) return Store.set({ tab: "annex" });
    if (tab === "annex" && !summary.annex) return Store.set({ tab: "tasks" });
  }

  function drawPanel() {
    const reading = Store.state.reading;
    byId("welcome").hidden = Boolean(reading);
    panel.hidden = !reading;
    const { scrollTop, scrollLeft } = panel;
    panel.textContent = "";
    if (!reading) return;
    panel.append(...[].concat(nothing() || current().draw()));
    Object.assign(panel, { scrollTop, scrollLeft });
    const first = panel.querySelector("tr[data-index]");
    if (first) first.tabIndex = 0;
    drawFocus();
  }

  function nothing() {
    const one = current();
    const idle = NOTHING[one.name] && !one.length();
    return idle ? el("p", { class: "empty" }, NOTHING[one.name]) : null;
  }

  // Marks the row that is pointed at; a click in the text also brings it into
  // view.
  function drawFocus() {
    const { reading, focus } = Store.state;
    panel.querySelectorAll(".pointed").forEach(row => row.classList.remove("pointed"));
    if (!reading || !focus) return;
    const index = current().find(focus);
    if (index < 0) return;
    if (focus.by === "text") Slices.reveal(current().name, index, current().length());
    const row = panel.querySelector("[data-index='" + index + "']");
    if (!row) return;
    row.classList.add("pointed");
    if (focus.by === "text") intoView(row);
  }

  // Clear of the head that stays on top.
  function intoView(row) {
    const head = panel.querySelector("thead");
    const covered = head ? head.offsetHeight : 0;
    const top = row.getBoundingClientRect().top - panel.getBoundingClientRect().top - covered;
    const room = panel.clientHeight - covered;
    if (top < 0 || top + Math.min(row.offsetHeight, room) > room) panel.scrollTop += top - room / 4;
  }

  function start() {
    build();
    Store.watch(["reading"], choose);
    Store.watch(["reading", "tab"], drawTabs);
    Store.watch(["reading", "tab", "windows"], drawPanel);
    Store.watch(["focus"], drawFocus);
    panel.addEventListener("click", event => {
      const place = event.target.closest("[data-span]");
      if (place && !event.target.closest(".more")) Focus.follow(place);
    });
    drawTabs();
    drawPanel();
  }

  return { start, current };
})();
