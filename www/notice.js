"use strict";
// 公文信息: what the notice says of itself.
const noticePanel = (function () {
  function draw() {
    return el("table", { class: "notice" },
      el("caption", { class: "unseen" }, "公文信息"),
      el("tbody", null, Store.view("notice").map(field =>
        el("tr", null,
          el("th", { scope: "row" }, field.label),
          el("td", null, field.values.length ? field.values.map(value => draft(value, field)) : el("span", { class: "none" }, "未见"))))));
  }

  function draft(value, field) {
    const note = field.label + "｜" + value.text;
    return el("div", null, value.span ? place(value.text, value.span, null, note) : value.text);
  }

  // A value under a click in the text.
  function find(focus) {
    const place = focus.offset === undefined ? focus.span[0] : focus.offset;
    const holds = value => value.span && value.span[0] <= place && place < value.span[1];
    return Store.view("notice").findIndex(field => field.values.some(holds));
  }

  return { name: "notice", title: "公文信息", draw, find, length: () => Store.view("notice").length };
})();
