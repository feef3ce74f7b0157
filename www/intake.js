"use strict";
// How text comes in besides typing: pasted, opened from a file, dropped. What
// is neither text nor a document gets a sentence; a drop never leads away from
// the page.
const Intake = (function () {
  const MOST_BYTES = 20000000;
  const MOST_BINARY = 4000; // bytes looked at
  const DOCUMENT = /^(%PDF|PK\x03\x04|\{\\rtf)/; // how files begin that are none of text
  const BLANK_LINES = /^([^\S\n]*\n)+/; // before the first words
  let chosenFor = null; // the box of a file that is being chosen, if not that of the notice
  const LONG = 1000000; // characters that take long to read
  const MARKUP = /^\s*(<!DOCTYPE html|<html|From: <Saved by)/i;
  const A_PAGE = "这是存下来的网页，没有打开。请在浏览器里打开它，全选、复制，再粘贴到这里。";
  const NO_DRAFT = "这个文件是本工具的网页，里面没有存稿子，或者存的稿子已经损坏。";
  const TOO_LARGE = "这个文件太大，不像一份通知，没有打开。";

  function paste(event) {
    const data = event.clipboardData;
    const box = event.target.closest && event.target.closest("textarea");
    const typed = event.target.matches && event.target.matches("input");
    if (!data || typed || document.querySelector("dialog[open]")) return;
    const plain = data.getData("text/plain");
    const table = Pasted.textOf(data.getData("text/html"), plain);
    if (!plain && table == null) {
      if (data.files.length) event.preventDefault();
      return read(data.files[0], box);
    }
    const first = !box || box.selectionStart === 0;
    const text = (table == null ? plain : table).replace(first ? BLANK_LINES : "", "");
    // What stays as it is, the browser puts in itself.
    if (box && text === plain) return;
    event.preventDefault();
    if (box) TextBox.put([box.selectionStart, box.selectionEnd], text, box);
    else take(text);
  }

  const isHeld = () => TextBox.value().trim() && TextBox.value() !== SAMPLE;

  // Text in the place of the whole notice, asked for where there is one and
  // nobody was asked, and where reading it will take long.
  function take(text, asked) {
    const whole = text.replace(BLANK_LINES, "");
    const held = !asked && isHeld();
    if (whole.length < LONG && !held) return TextBox.replace(whole);
    const long = whole.length < LONG ? "" : "这份全文有 " + grouped(whole.length) + " 字，要读比较长的时间，" + (Beside.takes(whole) ? "其间可以取消。" : "其间页面不能操作。");
    const question = held ? "左边已经有全文。换成新的吗？（可以撤销）" : "打开吗？";
    Ask.ask(long + question, [[held ? "换成新的" : "打开", () => TextBox.replace(whole)]]);
  }

  function read(file, box) {
    if (!file) return;
    if (file.size > MOST_BYTES) return tell(TOO_LARGE);
    const reader = new FileReader();
    const other = box && box.id !== "text";
    const put = (text, asked) => (other ? TextBox.put([0, box.value.length], text.replace(BLANK_LINES, ""), box) : take(text, asked));
    reader.onload = () => {
      const bytes = new Uint8Array(reader.result);
      const text = decoded(bytes);
      if (text == null) Docx.open(bytes, put, !other && isHeld() ? "左边的全文会换成新的，可以撤销。" : "");
      else if (Draft.isPage(text)) takeDraft(Draft.within(text), other && put);
      else if (MARKUP.test(text)) tell(A_PAGE);
      else put(text);
    };
    reader.onerror = () => tell("这个文件读不出来。");
    reader.readAsArrayBuffer(file);
  }

  // The draft of a saved page; for another box, `put`, its text alone.
  function takeDraft(draft, put) {
    if (!draft) return tell(NO_DRAFT);
    if (put) return put(draft.text);
    const taken = () => {
      Draft.take(draft);
      Copy.keep();
    };
    if (!Copy.isUnsaved()) return taken();
    Ask.ask("打开这份稿子吗？现在的全文、另一稿、更正和名录都换成它的。（可以撤销）", [["打开", taken]]);
  }

  // UTF-16 and UTF-8 by their mark, else UTF-8 if it is that, else GB18030;
  // null for what is no text.
  function decoded(bytes) {
    const mark = Array.from(bytes.subarray(0, 3), byte => byte.toString(16)).join(" ");
    if (mark.startsWith("ff fe")) return decode("utf-16le", bytes);
    if (mark.startsWith("fe ff")) return decode("utf-16be", bytes);
    if (bytes.subarray(0, MOST_BINARY).includes(0) || DOCUMENT.test(String.fromCharCode(...bytes.subarray(0, 5)))) return null;
    const text = decode("utf-8", bytes);
    return text == null ? decode("gb18030", bytes) : text;
  }

  function decode(encoding, bytes) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      return null;
    }
  }

  const tell = sentence => Store.set({ said: sentence });
  const holdsFiles = event => event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");

  // A text that is dragged into a text box is the browser's own matter.
  function isOwn(event) {
    return !holdsFiles(event) && event.target.matches && event.target.matches("textarea, input");
  }

  function drop(event) {
    if (isOwn(event)) return;
    event.preventDefault();
    if (byId("house").open) return House.open(holdsFiles(event) ? event.dataTransfer.files[0] : null);
    if (holdsFiles(event)) read(event.dataTransfer.files[0], event.target.closest("#another") && byId("another-text"));
    else tell("请把文件拖到这里，或者把文字拖到文本框里。");
  }

  function start() {
    const file = byId("file");
    document.addEventListener("paste", paste);
    window.addEventListener("dragover", event => isOwn(event) || event.preventDefault());
    window.addEventListener("drop", drop);
    [["open-file", null], ["another-open", byId("another-text")]].forEach(([id, where]) => byId(id).addEventListener("click", () => {
      chosenFor = where;
      file.click();
    }));
    file.addEventListener("change", () => {
      read(file.files[0], chosenFor);
      file.value = "";
    });
  }

  return { start, take, read, decoded };
})();
