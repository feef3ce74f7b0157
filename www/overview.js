"use strict";
// 概览: what there is and what is missing, each number a filter; a search over
// tasks and text; and 我单位.
const Overview = (function () {
  const strip = byId("overview");
  const search = byId("search");
  const mine = byId("mine");
  const WAIT = 200;
  let waiting = 0;

  // The tasks in which something is found that nobody has put aside.
  function remarked() {
    const spans = Remarks.open().map(row => row.span[0]);
    const within = row => spans.some(at => row.span[0] <= at && at < row.span[1]);
    return Store.view("tasks").filter(within).map(row => row.id);
  }

  const counts = () => Store.view("overview").concat({ key: "remarked", label: "有问题", amiss: true, ids: remarked() });
  const idsOf = key => (counts().find(count => count.key === key) || { ids: [] }).ids;

  function draw() {
    const { reading, chosen } = Store.state;
    strip.hidden = !reading;
    const place = byId("counts");
    place.textContent = "";
    if (!reading) return;
    place.append(...counts().filter(count => count.ids.length || count.key === "tasks").map(count => chip(count, chosen)));
    place.insertBefore(way("units", ["单位 ", el("b", null, grouped(Store.view("units").length))]), place.children[1] || null);
    const { unread } = Store.view("summary");
    if (unread) place.append(way("unread", ["未归入 ", el("b", null, grouped(unread)), " 处"], " amiss"));
    const corrections = correctionsPanel.length();
    if (corrections) place.append(way("corrections", ["更正 ", el("b", null, grouped(corrections))], correctionsPanel.lost() ? " amiss" : ""));
    if (Narrow.isOn()) place.append(clear());
    drawUnits();
    search.value = Store.state.query;
  }

  function chip(count, chosen) {
    const all = count.key === "tasks";
    const pressed = all ? !Narrow.isOn() : chosen.includes(count.key);
    const control = button([count.label + " ", el("b", null, grouped(count.ids.length))],
      { class: "pick" + (count.amiss ? " amiss" : ""), "aria-pressed": String(pressed), id: "count-" + count.key });
    control.addEventListener("click", () => {
      if (all) return Narrow.clear();
      const others = chosen.filter(key => key !== count.key);
      Store.set({ chosen: pressed ? others : others.concat(count.key) });
      byId("count-" + count.key).focus();
    });
    return control;
  }

  // Units, and what was left over, are no tasks: their numbers lead to them.
  function way(tab, label, style = "") {
    const control = button(label, { class: "pick" + style, id: "count-" + tab });
    control.addEventListener("click", () => Store.set({ tab, pane: "result" }));
    return control;
  }

  function clear() {
    const control = button("当前 " + grouped(Narrow.rows().length) + " 项，全部显示", { class: "link" });
    control.addEventListener("click", () => {
      Narrow.clear();
      byId("count-tasks").focus();
    });
    return control;
  }

  function drawUnits() {
    const option = unit => el("option", { value: unit.unit });
    byId("units").textContent = "";
    byId("units").append(...Store.view("units").map(option));
    mine.value = Store.state.mine;
  }

  function find() {
    clearTimeout(waiting);
    waiting = setTimeout(() => Store.set({ query: search.value.trim() }), WAIT);
  }

  // Enter goes from place to place in the text.
  function next(event) {
    if (event.key !== "Enter" || !search.value.trim()) return;
    const word = search.value.trim();
    const { text, focus } = Store.state;
    const from = focus && focus.found === word ? focus.span[0] + 1 : 0;
    const at = text.indexOf(word, from) >= 0 ? text.indexOf(word, from) : text.indexOf(word);
    if (at < 0) return Store.set({ said: "原文里没有“" + word + "”。" });
    const places = text.split(word).length - 1;
    const note = "“" + word + "”第 " + text.slice(0, at).split(word).length + " 处，共 " + places + " 处";
    Store.set({ mode: "read", focus: { span: [at, at + word.length], row: null, note, by: "result", found: word }, said: "" });
  }

  function start() {
    search.addEventListener("input", find);
    search.addEventListener("keydown", next);
    mine.addEventListener("change", () => Store.set({ mine: mine.value.trim() }));
    Store.watch(["reading", "chosen", "query", "mine", "ignored"], draw);
    draw();
  }

  return { start, idsOf };
})();
