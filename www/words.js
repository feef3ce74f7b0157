"use strict";
// What the page calls things comes from the core (see src/view/caption.rs);
// how a place in the text is offered for a click stands here: any element with
// `data-span` leads to its words (see focus.js).
const Words = (function () {
  let known = null;

  // All names; asked for once, while the engine is ready.
  const all = () => known || (known = Engine.captions());

  const find = (list, key) => all()[list].find(one => one.key === key);
  const roles = () => all().roles;
  const role = key => find("roles", key);
  const name = (list, key) => find(list, key).name;
  const heads = table => all().heads[table];
  const notes = () => all().notes;

  return { all, roles, role, name, heads, notes };
})();

// The attributes of an element that leads to `span`; `note` is what the line
// above the text then says. `-1` keeps it out of the tab order: arrow keys
// lead to it (see keys.js).
function leads(span, row, note) {
  return { "data-span": span.join(","), "data-row": row, "data-note": note, tabindex: "-1" };
}

// A unit, a time or a sentence that can be clicked.
function place(label, span, row, note, style) {
  return el("button", Object.assign({ type: "button", class: "go " + (style || ""), title: note }, leads(span, row, note)), label);
}

// Why a unit stands in a row.
function reason(part) {
  const from = part.basis === "correction" ? Words.name("bases", part.basis) : part.origin ? part.origin + rule(part) : "依据" + Words.name("bases", part.basis);
  const list = part.open ? "，原文此后有“等”" : "";
  const check = part.likely ? "，" + Words.notes().likely + "：请对照原文" : "";
  return part.unit + "｜" + Words.role(part.role).name + "｜" + from + list + check + was(part);
}

// The mark of what a person has corrected, and what was read there.
const corrected = value => (value.corrected == null ? "" : " corrected");
const was = value => (value.corrected == null ? "" : "｜" + Words.name("bases", "correction") + (value.corrected ? "，原读作“" + value.corrected + "”" : ""));

// The words of a rule for all tasks: the sentence around the unit, as far as
// it stands near.
function rule(part) {
  if (part.basis !== "blanket") return "";
  const REACH = 60;
  const { text } = Store.state;
  const before = text.slice(Math.max(0, part.span[0] - REACH), part.span[0]).split(/[。；（(\n]/).pop();
  const after = text.slice(part.span[1], part.span[1] + REACH).split(/[。；）)\n]/)[0];
  return "：“" + before + text.slice(part.span[0], part.span[1]) + after + "”";
}

const check = likely => (likely ? el("span", { class: "check" }, Words.notes().likely) : null);

// The head of a table.
function headRow(heads) {
  return el("thead", null, el("tr", null, heads.map(head => el("th", { scope: "col" }, head))));
}
