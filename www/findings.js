"use strict";
// 核对意见: what a reviewer would mark, gravest first, rule by rule.
const findingsPanel = (function () {
  function draw() {
    const rows = Remarks.shown();
    const heads = Words.heads("findings");
    const drawRow = (row, index) => [band(rows, index), line(row, index)];
    return el("table", { class: "findings" },
      el("caption", { class: "unseen" }, Store.state.reading.title("findings", "")),
      el("colgroup", null, heads.map((head, index) => el("col", { class: "f" + index }))),
      headRow(heads),
      el("tbody", null, Slices.draw("findings", rows, drawRow, Slices.asRow(heads.length))));
  }

  // The head of the findings of one rule and grade.
  function band(rows, index) {
    const row = rows[index];
    const same = other => other.code === row.code && other.severity === row.severity;
    if (index && same(rows[index - 1])) return null;
    const count = rows.filter(same).length;
    return el("tr", { class: "band", tabindex: "-1" }, el("th", { colspan: 5, scope: "rowgroup" },
      el("div", { class: "rule" },
        el("span", { class: "grade " + row.severity }, row.grade),
        el("span", { class: "title" }, row.title + (count > 1 ? "（" + count + "）" : "")),
        el("span", { class: "gap" }),
        act(row.code, "这条规则查什么、为什么", "link code", () => Rules.show(row.code), row),
        ruleSwitch(row)),
      el("small", null, "依据：" + row.basis)));
  }

  function ruleSwitch(row) {
    const off = Store.state.ignored.rules[row.code];
    if (Store.state.sift.aside && !off) return null;
    return act(off ? "恢复此规则" : "忽略此规则", row.title, "link", () => Remarks.ignore("rules", [row.code], !off), row);
  }

  function line(row, index) {
    return el("tr", leads(row.span, row.id, row.grade + "｜" + row.message),
      el("td", { class: "number" }, String(index + 1)),
      el("td", null, row.message, advice(row), related(row)),
      el("td", null, row.fixes.length ? context(row.fixes[0]) : el("q", null, row.words)),
      el("td", { class: "place" }, row.place),
      el("td", { class: "acts" }, buttons(row)));
  }

  function buttons(row) {
    if (Store.state.ignored.rules[row.code]) return el("small", null, "规则已忽略");
    if (Store.state.sift.aside) return act("恢复", row.message, "quiet", () => Remarks.ignore("ids", row.ids, false), row);
    const many = row.fixes.length > 1 ? " " + row.fixes.length + " 处" : "";
    return [
      row.fixes.length ? act("采纳" + many, row.advice, "quiet adopt", () => adopt(row), row) : null,
      act("忽略", row.message, "quiet", () => Remarks.ignore("ids", row.ids, true), row),
    ];
  }

  // One place is taken over at once, several are chosen from.
  function adopt(row) {
    if (row.fixes.length === 1) return Remarks.adopt(row.id, [0]);
    Ask.choose(row.title + "：采纳哪几处？", row.fixes.map(context), "采纳所选", chosen => Remarks.adopt(row.id, chosen));
  }

  // The words around a change, before and after it.
  function context(fix) {
    const REACH = 14;
    const { text } = Store.state;
    const [start, end] = fix.span;
    const before = text.slice(Math.max(0, start - REACH), start).split(/[\n。]/).pop();
    const after = text.slice(end, end + REACH).split("\n")[0];
    return el("span", { class: "pieces context" }, before, start < end ? el("del", null, text.slice(start, end)) : null,
      fix.text ? el("ins", null, fix.text) : null, after);
  }

  // Reached by arrow keys from the row or the rule that it is done to.
  function act(label, title, style, what, row) {
    const control = button(label, { class: style, title, "data-act": true, tabindex: "-1" });
    control.addEventListener("click", () => {
      const index = Remarks.shown().indexOf(row);
      what();
      if (!document.activeElement.closest("#list, dialog")) Remarks.point(index);
    });
    return control;
  }

  const advice = row => (row.advice == null ? null : el("div", { class: "fix" }, "建议" + row.advice));

  function related(row) {
    if (!row.related.length) return null;
    const MOST = 20;
    const link = (span, index) => place("相关处 " + (index + 1), span, null, row.title + "｜相关处");
    const rest = row.related.length - MOST;
    return el("div", { class: "related" }, row.related.slice(0, MOST).map(link), rest > 0 ? "还有 " + grouped(rest) + " 处" : null);
  }

  // Grades to choose from, what is put aside, one rule alone, and the way on.
  function above() {
    const rows = Remarks.open();
    const ignored = Remarks.aside().length;
    if (!rows.length && !ignored) return null;
    const { sift } = Store.state;
    const grades = Words.all().grades.map(({ key, name }) => [name, rows.filter(row => row.severity === key).length, { grade: key }]);
    const choices = [["全部", rows.length, {}]].concat(grades, ignored ? [["已忽略", ignored, { aside: true }]] : []);
    return el("div", { class: "sift" },
      el("div", { role: "group", "aria-label": "级别" }, choices.map(choice => chip(choice, sift))),
      ruleChoice(sift.aside ? Remarks.aside() : rows, sift),
      el("span", { class: "gap" }),
      command("复制改后全文", "改过的全文，可以粘贴回 Word、WPS", () => Transfer.copyText(TextBox.value())),
      command("上一条", "Shift + F8", () => Remarks.step(-1)),
      command("下一条", "F8", () => Remarks.step(1)));
  }

  function command(label, title, what) {
    const control = button(label, { class: "quiet", title });
    control.addEventListener("click", what);
    return control;
  }

  function chip([name, count, change], sift) {
    const chosen = (sift.grade || "") === (change.grade || "") && Boolean(sift.aside) === Boolean(change.aside);
    const control = button([name + " ", el("b", null, grouped(count))], { class: "pick", "aria-pressed": String(chosen) });
    control.disabled = !count && !chosen;
    control.addEventListener("click", () => {
      Remarks.sift(change);
      byId("above").querySelector(".pick[aria-pressed='true']").focus();
    });
    return control;
  }

  function ruleChoice(rows, sift) {
    const codes = Array.from(new Set(rows.map(row => row.code)));
    const option = code => {
      const own = rows.filter(row => row.code === code);
      return el("option", { value: code, selected: sift.rule === code }, own[0].title + "（" + own.length + "）");
    };
    const choice = el("select", { "aria-label": "只看一条规则" }, el("option", { value: "" }, "全部规则"), codes.map(option));
    choice.addEventListener("change", () => {
      Remarks.sift(choice.value ? { rule: choice.value, aside: sift.aside } : {});
      byId("above").querySelector("select").focus();
    });
    return choice;
  }

  function nothing() {
    if (Store.state.reading && !Store.view("tasks").length) return "没有读出任务，没有可以核对的内容。请确认粘贴的是通知、意见、方案的全文。";
    return Remarks.all().length ? "这里没有了。点“全部”或“已忽略”看其余的。" : null;
  }

  function find(focus) {
    const rows = Remarks.shown();
    const named = rows.findIndex(row => row.id === focus.row);
    if (named >= 0 || focus.by === "result") return named;
    return rows.findIndex(row => row.span[0] <= focus.offset && focus.offset <= row.span[1]);
  }

  const outlet = () => ({ sheet: "findings", shown: { rows: Remarks.shown().map(row => row.id) } });
  const length = () => Remarks.shown().length;
  const count = () => grouped(Remarks.open().length);
  return { name: "findings", title: "核对意见", draw, above, nothing, find, outlet, length, count };
})();
