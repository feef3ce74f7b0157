"use strict";
// 修改意见: sentence by sentence, as it stands, as it should read, and why.
const amendmentsPanel = (function () {
  const rows = () => Store.view("amendments", Remarks.ignored());

  function draw() {
    const heads = Words.heads("amendments");
    return el("table", { class: "amendments" },
      el("caption", { class: "unseen" }, Store.state.reading.title("amendments", "")),
      headRow(heads),
      el("tbody", null, Slices.draw("amendments", rows(), line, Slices.asRow(heads.length))));
  }

  function line(row, index) {
    return el("tr", leads(row.span, row.ids[0], row.place),
      el("td", { class: "number" }, String(index + 1)),
      el("td", { class: "place" }, row.place),
      el("td", null, row.sentence),
      el("td", null, row.mended),
      el("td", null, row.reason));
  }

  function find(focus) {
    const named = rows().findIndex(row => row.ids.includes(focus.row));
    if (named >= 0 || focus.by === "result") return named;
    return rows().findIndex(row => row.span[0] <= focus.offset && focus.offset <= row.span[1]);
  }

  const nothing = () => (Remarks.all().length ? "问题都已忽略。" : null);
  const outlet = () => ({ sheet: "amendments" });
  const length = () => rows().length;
  const count = () => "";
  return { name: "amendments", title: "修改意见", draw, nothing, find, outlet, length, count };
})();
