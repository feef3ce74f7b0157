"use strict";
// 正文与附表: each task as the body says it and as the annex does.
const collationPanel = (function () {
  const all = () => Store.view("collation").rows;

  function rows() {
    const passes = Narrow.test();
    const isShown = row => [row.body, row.annex].some(side => side && passes(side.id));
    return all().filter(row => isShown(row) && (row.differs.length || !Store.state.differing));
  }

  function above() {
    const { note, differing } = Store.view("collation");
    if (note) return null;
    const told = differing ? "共 " + grouped(all().length) + " 项，" + grouped(differing) + " 项不一致。" : "正文与附表一致。";
    return el("p", { class: "legend" },
      el("span", null, told),
      drawFilter("只看不一致", "differing"),
      Words.all().signs.map(sign => el("span", null, drawSign(sign), sign.name)));
  }

  const nothing = () => Store.view("collation").note || (Narrow.isOn() ? "" : "正文与附表一致，没有不同的条目。");

  function draw() {
    return el("table", { class: "collation" },
      el("caption", { class: "unseen" }, Store.state.reading.title("collation", "")),
      headRow(Words.heads("collation")),
      el("tbody", null, Slices.draw("collation", rows(), line, Slices.asRow(5))));
  }

  function line(row, index) {
    const first = row.body || row.annex;
    const [, body, annex] = Words.heads("collation");
    return el("tr", go(first, first.span),
      el("td", { class: "number" }, String(index + 1)),
      el("td", null, side(row.body, "gone", body)),
      el("td", null, side(row.annex, "come", annex)),
      el("td", null, drawUnits(row.units, (span, isBody) => go((isBody && row.body) || row.annex || row.body, span))),
      el("td", null, row.differs.map(word => el("div", { class: "tag" }, word))));
  }

  function side(said, style, name) {
    if (!said) return el("p", { class: "none" }, name + "没有");
    const title = said.place + said.title;
    return [
      el("strong", null, place(title || "（无编号和标题）", said.span, said.id, title)),
      drawPieces(said.pieces, style, span => go(said, span)),
      said.times.length ? el("small", null, said.times.join("；")) : null,
    ];
  }

  const go = (said, span) => leads(span, said.id, said.place + said.title);

  function find(focus) {
    const is = said => said && said.id === focus.row;
    return focus.row ? rows().findIndex(row => is(row.body) || is(row.annex)) : -1;
  }

  const outlet = () => ({ sheet: "collation", shown: { rows: rows().map(row => row.id) } });
  const length = () => rows().length;
  const count = () => (Store.view("collation").note ? "" : grouped(Store.view("collation").differing));
  return { name: "collation", title: "正文与附表", filtered: true, above, nothing, draw, find, outlet, length, count };
})();
