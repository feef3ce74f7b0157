"use strict";
// What is pointed at, in the text and in the results alike:
//   { span: [start, end], row: id or null, note: what it is, by: "result" or "text" }
const Focus = (function () {
  const HINT = "点右边任意一处，这里标出依据的字句；点这里的字句，右边找到那一行；双击回到编辑。";

  // A click on anything that leads to words.
  function follow(element) {
    const span = element.dataset.span.split(",").map(Number);
    const focus = { span, row: element.dataset.row || null, note: element.dataset.note, by: "result" };
    Store.set({ mode: "read", focus, said: "" });
  }

  // A click in the text: the narrowest task or annex row around it. While the
  // text box holds something newer, its places are not those of the reading.
  function at(offset) {
    const { reading, mode, pending } = Store.state;
    if (!reading || (mode === "edit" && pending)) return;
    const finding = Store.state.tab === "findings" && Remarks.at(offset);
    if (finding) {
      const note = finding.grade + "｜" + finding.message;
      return Store.set({ focus: { span: finding.span, row: finding.id, note, by: "text", offset }, said: "" });
    }
    const row = rowAt(offset);
    const note = row ? row.place + row.title : "这里不属于任何一项任务";
    const span = row ? row.span : [offset, offset];
    Store.set({ focus: { span, row: row ? row.id : null, note, by: "text", offset }, said: "" });
  }

  // The rows that words can belong to: those of the body, and of the annex
  // also where the body says the same.
  const all = () => Store.view("tasks").concat(Store.view("annex"));

  function rowAt(offset) {
    const holds = row => row.span[0] <= offset && offset <= row.span[1];
    const size = row => row.span[1] - row.span[0];
    const rows = all().filter(holds);
    return rows.reduce((best, row) => (best && size(best) <= size(row) ? best : row), null);
  }

  // The words of the whole row that is pointed at.
  function around() {
    const focus = Store.state.focus;
    if (!focus || !focus.row || !Store.state.reading) return null;
    const row = all().find(row => row.id === focus.row);
    return row ? row.span : null;
  }

  function draw() {
    const { focus, mode } = Store.state;
    const line = byId("located");
    line.hidden = mode !== "read";
    line.textContent = focus ? focus.note : HINT;
  }

  function start() {
    Store.watch(["focus", "mode"], draw);
  }

  return { start, follow, at, around };
})();
