"use strict";
// 时限: dates in the order of the calendar, month by month, with what is over
// and what is soon to come; what recurs and what has no date apart.
const calendarPanel = (function () {
  const LISTS = ["dated", "recurring", "undated"];

  // All three lists as one, as far as their tasks pass the filters, each entry
  // with the list it stands in.
  function entries() {
    const calendar = Store.view("calendar");
    const passes = Narrow.test();
    const of = list => calendar[list].filter(entry => passes(entry.task)).map(entry => ({ list, entry }));
    return LISTS.reduce((all, list) => all.concat(of(list)), []);
  }

  function draw() {
    const all = entries();
    const line = (item, index) => [heading(all, index), drawEntry(item.entry)];
    return el("table", { class: "calendar" },
      el("caption", { class: "unseen" }, Store.state.reading.title("calendar", "")),
      headRow(Words.heads("calendar")),
      el("tbody", null, Slices.draw("calendar", all, line, Slices.asRow(4))));
  }

  // It counts every deadline, so it stands where every one is shown.
  const above = () => (length() && !Narrow.isOn() ? el("p", { class: "legend" }, Store.view("calendar").told) : null);

  // The month of a date; of what has none, its list.
  const group = item => (item.list === "dated" ? item.entry.month : Words.name("lists", item.list));

  function heading(all, index) {
    const name = group(all[index]);
    if (index && group(all[index - 1]) === name) return null;
    const count = all.filter(item => group(item) === name).length;
    return el("tr", { class: "band" }, el("th", { colspan: 4, scope: "rowgroup" }, name + "（" + count + "）"));
  }

  function drawEntry(entry) {
    const time = entry.time;
    return el("tr", leads(time.span, entry.task, time.text + (time.when ? "｜" + time.when : "")),
      el("th", { scope: "row" }, time.when || time.text, standing(entry), check(time.likely), time.when ? el("small", null, time.text) : null),
      el("td", null, time.clause),
      el("td", null, entry.units.join("、")),
      el("td", { class: "place" }, entry.place, el("small", null, entry.title)));
  }

  const standing = entry => entry.standing && el("span", { class: "standing " + entry.standing }, Words.name("standings", entry.standing));

  // The deadline under a click in the text, else the first one of its task.
  function find(focus) {
    const all = entries().map(item => item.entry);
    const place = focus.offset === undefined ? focus.span[0] : focus.offset;
    const exact = all.findIndex(entry => entry.time.span[0] <= place && place <= entry.time.span[1]);
    return exact >= 0 ? exact : all.findIndex(entry => entry.task === focus.row);
  }

  const outlet = () => ({ sheet: "calendar", shown: { rows: Narrow.ids() } });
  const length = () => entries().length;
  const count = () => grouped(Store.view("summary").deadlines);
  return { name: "calendar", title: "时限", filtered: true, above, draw, find, outlet, length, count };
})();
