"use strict";
// 时限: dates in the order of the calendar, what recurs and what has no date
// apart.
const calendarPanel = (function () {
  const LISTS = [
    { key: "dated", title: "有日期的" },
    { key: "recurring", title: "周期性的" },
    { key: "undated", title: "没有确定日期的" },
  ];

  // All three lists as one, each entry with the list it stands in.
  function entries() {
    const calendar = Store.view("calendar");
    return LISTS.reduce((all, list) => all.concat(calendar[list.key].map(entry => ({ list, entry }))), []);
  }

  function draw() {
    const all = entries();
    const line = (item, index) => [heading(all, index), drawEntry(item.entry)];
    return el("table", { class: "calendar" },
      el("caption", { class: "unseen" }, "时限清单"),
      el("thead", null, el("tr", null, ["时限", "事项", "责任单位", "出处"].map(head => el("th", { scope: "col" }, head)))),
      el("tbody", null, Slices.draw("calendar", all, line, Slices.asRow(4))));
  }

  function heading(all, index) {
    const list = all[index].list;
    if (index && all[index - 1].list === list) return null;
    const count = all.filter(item => item.list === list).length;
    return el("tr", { class: "band" }, el("th", { colspan: 4, scope: "rowgroup" }, list.title + "（" + count + "）"));
  }

  function drawEntry(entry) {
    const time = entry.time;
    return el("tr", leads(time.span, entry.task, time.text + (time.when ? "｜" + time.when : "")),
      el("th", { scope: "row" }, time.when || time.text, check(time.likely), time.when ? el("small", null, time.text) : null),
      el("td", null, entry.clause),
      el("td", null, entry.units.join("、")),
      el("td", { class: "place" }, entry.place, el("small", null, entry.title)));
  }

  // The deadline under a click in the text, else the first one of its task.
  function find(focus) {
    const all = entries().map(item => item.entry);
    const place = focus.offset === undefined ? focus.span[0] : focus.offset;
    const exact = all.findIndex(entry => entry.time.span[0] <= place && place <= entry.time.span[1]);
    return exact >= 0 ? exact : all.findIndex(entry => entry.task === focus.row);
  }

  const length = () => Store.view("summary").deadlines;
  const count = () => grouped(length());
  return { name: "calendar", title: "时限", draw, find, length, count };
})();
