"use strict";
// The results: one tab for each table, with how much it holds.
const Tabs = (function () {
  const PANELS = [
    taskPanel("tasks", "任务分解表"),
    matrixPanel,
    calendarPanel,
    taskPanel("annex", "附表"),
    collationPanel,
    noticePanel,
    findingsPanel,
    changesPanel,
  ];
  const NOTHING = {
    tasks: "没有读出任务。请确认粘贴的是通知正文，各项工作前面带有“一、”“（一）”“1.”这样的序号。",
    matrix: "没有读出责任单位。",
    calendar: "没有读出完成时限或频次要求。",
    findings: "没有发现问题。机器检查不能代替核稿。",
  };
  const list = byId("list");

  const current = () => PANELS.find(one => one.name === Store.state.tab);

  // The table that leaves the page, and who writes it: the open tab's own, or
  // that of the reading. `null` where there is none.
  function outlet() {
    const { reading, tab } = Store.state;
    const { outlet } = current();
    return reading && (outlet ? outlet() : { source: reading, sheet: tab });
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
    PANELS.forEach(one => {
      const control = byId("tab-" + one.name);
      control.textContent = one.title;
      if (reading && one.count()) control.append(" ", el("b", null, one.count()));
      control.hidden = one.name === "annex" && !(reading && one.length());
      control.setAttribute("aria-selected", String(one.name === tab));
      control.tabIndex = one.name === tab ? 0 : -1;
    });
    byId("panel").setAttribute("aria-labelledby", "tab-" + tab);
  }

  // A paste that is only a table opens its rows; without an annex its tab goes.
  function choose() {
    const { reading, tab } = Store.state;
    const { tasks, annex } = reading ? Store.view("summary") : { tasks: 0, annex: 0 };
    if (tab === "tasks" && !tasks && annex) Store.set({ tab: "annex" });
    if (tab === "annex" && !annex) Store.set({ tab: "tasks" });
  }

  function drawPanel() {
    const { reading, unread, tab } = Store.state;
    byId("welcome").hidden = Boolean(reading) || unread;
    byId("unread").hidden = !unread;
    byId("panel").hidden = !reading;
    const stays = list.dataset.tab === tab ? [list.scrollTop, list.scrollLeft] : [0, 0];
    byId("above").textContent = list.textContent = "";
    if (!reading) return;
    const one = current();
    const nothing = (one.nothing && one.nothing()) || NOTHING[tab];
    const content = one.length() ? one.draw() : el("p", { class: "empty" }, nothing);
    const above = one.above && one.above();
    if (above) byId("above").append(above);
    list.append(content);
    [list.scrollTop, list.scrollLeft] = stays;
    list.dataset.tab = tab;
    const first = list.querySelector("tr[data-index]");
    if (first) first.tabIndex = 0;
    drawFocus();
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
    Store.watch(["reading"], choose);
    Store.watch(["reading", "tab", "ignored", "changes"], drawTabs);
    Store.watch(["reading", "unread", "tab", "windows", "sift", "ignored", "opened", "differing", "changes", "changesBy", "changed"], drawPanel);
    Store.watch(["focus"], drawFocus);
    list.addEventListener("click", event => {
      const place = event.target.closest("[data-span]");
      if (place && !event.target.closest(".more, [data-act]")) Focus.follow(place);
    });
    drawTabs();
    drawPanel();
  }

  return { start, current, outlet };
})();
