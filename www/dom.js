"use strict";
// Elements are made here and nowhere else; what comes from the notice is only
// ever a text node or an attribute, never markup.

const byId = id => document.getElementById(id);

// `el("td", { class: "unit", "data-span": "0,4" }, "县应急局")`. An attribute
// that is `false`, `null` or `undefined` is left out, `true` stands without a
// value; children that are `null` are left out, arrays are unfolded.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.keys(attributes || {}).forEach(name => {
    const value = attributes[name];
    if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  });
  children.flat(Infinity).forEach(child => {
    if (child != null) element.append(child);
  });
  return element;
}

function button(label, attributes) {
  return el("button", Object.assign({ type: "button" }, attributes), label);
}

// `1234567` as `1,234,567`.
function grouped(number) {
  return number.toLocaleString("zh-CN");
}

// The first character of a text node that ends below `edge`, a height on the
// screen.
function firstBelow(words, edge) {
  const range = document.createRange();
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    range.setStart(words, middle);
    range.setEnd(words, middle + 1);
    if (range.getBoundingClientRect().bottom < edge) from = middle + 1;
    else to = middle;
  }
  return from;
}

// Words that stand upright in a narrow head, as columns from right to left. Not
// by `writing-mode`: fonts of Chinese Linux desktops give it no height.
function upright(words) {
  const HIGHEST = 9;
  const letters = Array.from(words);
  const high = Math.ceil(letters.length / Math.ceil(letters.length / HIGHEST));
  const columns = [];
  for (let at = 0; at < letters.length; at += high) columns.push(el("span", null, letters.slice(at, at + high).join("")));
  return el("span", { class: "upright" }, columns);
}
