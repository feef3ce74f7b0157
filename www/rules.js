"use strict";
// 规则说明: what each rule looks for and why, from the rules themselves.
const Rules = (function () {
  const dialog = byId("rules");
  const index = dialog.querySelector("nav");
  const pages = dialog.querySelector(".pages");

  function build() {
    Engine.rules().forEach(([group, rules]) => {
      index.append(el("h3", null, group));
      pages.append(el("h3", null, group));
      rules.forEach(rule => {
        index.append(entry(rule));
        pages.append(page(rule));
      });
    });
  }

  function entry(rule) {
    const control = button(rule.title, { class: "link", title: rule.code });
    control.addEventListener("click", () => reveal(rule.code));
    return control;
  }

  function page(rule) {
    const { what, why, bad, good, silent } = rule.page;
    const parts = [["查什么", what], ["为什么", why], ["依据", rule.basis], ["误", bad], ["正", good], ["不报", silent]];
    return el("section", { id: "rule-" + rule.code, tabindex: "-1" },
      el("h4", null,
        el("span", { class: "grade " + rule.severity }, Words.name("grades", rule.severity)), rule.title,
        el("small", null, rule.code + (rule.on ? "" : "　默认不查"))),
      el("dl", null, parts.map(([head, words]) => [el("dt", null, head), el("dd", null, words)])));
  }

  function reveal(code) {
    const section = byId("rule-" + code);
    const before = pages.querySelector(".chosen");
    if (before) before.classList.remove("chosen");
    section.classList.add("chosen");
    pages.scrollTop += section.getBoundingClientRect().top - pages.getBoundingClientRect().top;
    section.focus({ preventScroll: true });
  }

  // Opens the list, at one rule if `code` names it.
  function show(code) {
    Engine.ready.then(() => {
      if (!pages.firstChild) build();
      if (!dialog.open) dialog.showModal();
      if (code) reveal(code);
    });
  }

  function start() {
    byId("open-rules").addEventListener("click", () => show());
    byId("close-rules").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  }

  return { start, show };
})();
