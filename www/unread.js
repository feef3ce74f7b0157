"use strict";
// 漏读: what of the text became no part of the result, each leading to its place.
const unreadPanel = (function () {
  const MOST = 120; // characters of a stretch
  const rows = () => Store.view("unread").rows;
  const above = () => el("p", { class: "legend" }, Store.view("unread").told + "。");

  const nothing = () => "全文都已归入任务、标题、附表或者公文要素。";

  function draw() {
    const heads = Words.heads("unread");
    return el("table", { class: "unread" },
      el("caption", { class: "unseen" }, "漏读"),
      headRow(heads),
      el("tbody", null, Slices.draw("unread", rows(), line, Slices.asRow(heads.length))));
  }

  function line(row, index) {
    const words = Store.state.text.slice(row.span[0], row.span[1]);
    return el("tr", leads(row.span, null, row.reason),
      el("td", { class: "number" }, String(index + 1)),
      el("td", null, words.length > MOST ? words.slice(0, MOST) + "……" : words),
      el("td", { class: "place" }, row.place),
      el("td", null, row.reason));
  }

  const find = focus => rows().findIndex(row => String(row.span) === String(focus.span));
  const outlet = () => ({});
  const length = () => rows().length;
  const count = () => grouped(length());
  return { name: "unread", title: "漏读", above, nothing, draw, find, outlet, length, count };
})();
