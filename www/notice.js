"use strict";
// 公文信息: what the notice says of itself.
const noticePanel = (function () {
  function draw() {
    return el("table", { class: "notice" },
      el("caption", { class: "unseen" }, Store.state.reading.title("notice", "")),
      el("tbody", null, Store.view("notice").map((field, index) =>
        el("tr", { "data-index": index },
          el("th", { scope: "row" }, field.label),
          el("td", null, field.values.length ? field.values.map(value => drawValue(value, field)) : el("span", { class: "none" }, Words.notes().unseen))))));
  }

  function drawValue(value, field) {
    const note = field.label + "｜" + value.text;
    return el("div", null, value.span ? place(value.text, value.span, null, note) : value.text);
  }

  // A value under a click in the text.
  function find(focus) {
    const place = focus.offset === undefined ? focus.span[0] : focus.offset;
    const holds = value => value.span && value.span[0] <= place && place < value.span[1];
    return Store.view("notice").findIndex(field => field.values.some(holds));
  }

  const length = () => Store.view("notice").length;
  const count = () => "";
  return { name: "notice", title: "公文信息", draw, find, length, count };
})();
