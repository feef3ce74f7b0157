"use strict";
// 问题: what a reviewer would mark, gravest first.
const findingsPanel = (function () {
  function draw() {
    const rows = Store.view("findings");
    return el("table", { class: "findings" },
      el("caption", { class: "unseen" }, "问题清单"),
      el("thead", null, el("tr", null, ["级别", "问题", "原文", "依据", "出处"].map(head => el("th", { scope: "col" }, head)))),
      el("tbody", null, Slices.draw("findings", rows, line, Slices.asRow(5))));
  }

  function line(row) {
    return el("tr", leads(row.span, null, row.grade + "｜" + row.message),
      el("td", null, el("span", { class: "grade " + row.severity }, row.grade)),
      el("td", null, el("strong", null, row.title), el("div", null, row.message), remedy(row), related(row)),
      el("td", null, quote(row.span)),
      el("td", { class: "basis" }, row.basis, el("small", null, row.code)),
      el("td", { class: "place" }, row.place));
  }

  // `null` proposes nothing, the empty text proposes to delete.
  function remedy(row) {
    if (row.fix == null) return null;
    return el("div", { class: "fix" }, row.fix ? "建议改为：" + row.fix : "建议删去");
  }

  function related(row) {
    if (!row.related.length) return null;
    const link = (span, index) => place("相关处 " + (index + 1), span, null, row.title + "｜相关处");
    return el("div", { class: "related" }, row.related.slice(0, 20).map(link));
  }

  function quote(span) {
    const words = Store.state.text.slice(span[0], span[1]);
    return el("q", null, words.length > 40 ? words.slice(0, 40) + "…" : words);
  }

  function find(focus) {
    const rows = Store.view("findings");
    if (focus.by === "result") return rows.findIndex(row => row.span.join() === focus.span.join());
    return rows.findIndex(row => row.span[0] <= focus.offset && focus.offset <= row.span[1]);
  }

  const length = () => Store.view("findings").length;
  const count = () => grouped(length());
  return { name: "findings", title: "问题", draw, find, length, count };
})();
