"use strict";
// What Word, WPS, Excel and web pages put on the clipboard as HTML, as text
// that reads the same: cells between TABs, a cell of several lines in quotes as
// spreadsheets write it, a merged value in each of its rows, the automatic
// numbers of lists written out. Read by the browser's own parser, in a document
// that loads and runs nothing; only text leaves it.
const Pasted = (function () {
  const SKIPPED = /^(STYLE|SCRIPT|TEMPLATE|TITLE|META|LINK|OBJECT|SVG|SELECT|BUTTON)$/i;
  const BLOCK = /^(P|DIV|H[1-6]|LI|UL|OL|DL|DT|DD|BLOCKQUOTE|PRE|SECTION|ARTICLE|HEADER|FOOTER|MAIN|CENTER|FORM|HR|TABLE|CAPTION|TR|TD|TH)$/;
  const HIDDEN = /(^|;)\s*(display\s*:\s*none|mso-hide\s*:\s*all)/i;
  const NUMBERED = /^[（(]?[0-9一二三四五六七八九十]+[、.．）)]/;
  const MOST_SPANNED = 100;
  const SOFT = "\r"; // a break in the source alone
  const BETWEEN = /([\u2e80-\u9fff\uff00-\uffef])\r(?=[\u2e80-\u9fff\uff00-\uffef])/g;

  // The text of `html`; null where it holds neither a table nor a list, or
  // less than the plain text beside it: then that says all there is.
  function textOf(html, plain) {
    const parsed = new DOMParser().parseFromString(inert(html), "text/html");
    if (!parsed.querySelector("table, ol, ul")) return null;
    const text = linesOf(parsed.body).join("\n");
    return weight(text) * 10 < weight(plain) * 9 ? null : text;
  }

  const weight = text => text.replace(/\s/g, "").length;

  // Styles would be reported by the policy of this page, which the parsed
  // document inherits.
  function inert(html) {
    const bare = html.replace(/<style[\s\S]*?<\/style\s*>/gi, "");
    return bare.replace(/<[^>]*>/g, tag => tag.replace(/\sstyle\s*=/gi, " data-style="));
  }

  function linesOf(element) {
    const lines = [""];
    walk(element, lines);
    return lines.map(finished).filter((line, index) => line || index < lines.length - 1);
  }

  function walk(element, lines) {
    element.childNodes.forEach(node => {
      if (node.nodeType === Node.TEXT_NODE) return append(lines, node);
      if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.test(node.tagName) || HIDDEN.test(styleOf(node))) return;
      if (node.tagName === "BR") return lines.push("");
      const block = BLOCK.test(node.tagName);
      if (block) open(lines);
      if (node.tagName === "TABLE" && isGrid(node)) lines.splice(-1, 1, ...rowsOf(node), "");
      else {
        if (node.tagName === "LI") lines[lines.length - 1] += marker(node);
        walk(node, lines);
      }
      if (block) open(lines);
    });
  }

  const styleOf = element => element.getAttribute("data-style") || "";

  function open(lines) {
    if (finished(lines[lines.length - 1])) lines.push("");
  }

  // A break in the source is a space, but not between Chinese characters.
  function append(lines, node) {
    if (node.parentNode.closest("pre")) return appendLines(lines, node.data);
    lines[lines.length - 1] += node.data.replace(/[ \t\r\n]+/g, space => (/\n/.test(space) ? SOFT : " "));
  }

  function appendLines(lines, text) {
    const [first, ...rest] = text.split("\n");
    lines[lines.length - 1] += first;
    lines.push(...rest);
  }

  function finished(line) {
    return line.replace(BETWEEN, "$1").replace(/[\r\u00a0]/g, " ").replace(/^ +| +$/g, "");
  }

  // 一、 or 1. as the list counts; nothing for bullets and where the number
  // stands in the text already.
  function marker(item) {
    const list = item.parentNode;
    if (list.tagName !== "OL" || NUMBERED.test(item.textContent.trim())) return "";
    const items = Array.from(list.children).filter(child => child.tagName === "LI");
    const first = Number(list.getAttribute("start") || 1);
    const number = Number(item.getAttribute("value") || first + items.indexOf(item));
    if (/cjk|chinese|ideographic/i.test(styleOf(list) + styleOf(item))) return numeral(number) + "、";
    const letter = String.fromCharCode(64 + number);
    const letters = { A: letter, a: letter.toLowerCase() };
    return (letters[list.getAttribute("type")] || number) + ".";
  }

  function numeral(number) {
    const DIGITS = "零一二三四五六七八九";
    const [tens, ones] = [Math.floor(number / 10), number % 10];
    if (number > 99) return String(number);
    return (tens > 1 ? DIGITS[tens] : "") + (tens ? "十" : "") + (ones ? DIGITS[ones] : "");
  }

  // A table of one column, or around other tables, only lays a page out.
  function isGrid(table) {
    return !table.querySelector("table") && Array.from(table.rows).some(row => row.cells.length > 1);
  }

  function rowsOf(table) {
    const grid = Array.from(table.rows, () => []);
    Array.from(table.rows).forEach((row, at) => {
      if (HIDDEN.test(styleOf(row))) return (grid[at] = null);
      Array.from(row.cells).forEach(cell => place(grid, at, cell));
    });
    const rows = grid.filter(row => row);
    const width = Math.max(...rows.map(row => row.length));
    return rows.map(row => Array.from({ length: width }, (_, at) => row[at] || "").join("\t"));
  }

  // A cell over several rows stands in each, one over several columns once.
  function place(grid, at, cell) {
    let column = 0;
    while (grid[at][column] !== undefined) column++;
    const text = quoted(linesOf(cell).filter(line => line).join("\n"));
    const wide = Math.min(cell.colSpan, MOST_SPANNED);
    const high = cell.rowSpan || grid.length;
    for (let row = at; row < Math.min(grid.length, at + high); row++) {
      for (let step = 0; step < wide; step++) if (grid[row]) grid[row][column + step] = step ? "" : text;
    }
  }

  const quoted = text => (/[\t\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);

  return { textOf };
})();
