"use strict";
// Documents of Word and WPS as text, the same as the command line reads: what
// cannot be read gets a sentence, tracked changes are asked about where the
// document holds any.
const Docx = (function () {
  const FAILED = "这个文件没有打开。请用 Word 或 WPS 打开它，全选、复制，再粘贴到这里。";
  const EMPTY = "这个文件里没有文字。如果是扫描件或图片，请先用文字识别软件转成文字，再复制、粘贴到这里。";
  const CANCELLED = "已取消，没有打开。全文没有改动。";

  // `take` is told its text, and whether anybody was asked; what would be lost,
  // `warning` says in the same question.
  async function open(bytes, take, warning) {
    const { text, revised } = await read(bytes, false);
    if (text == null) return;
    if (!text.trim()) return Store.set({ said: EMPTY });
    if (!revised) return take(text);
    const original = () => read(bytes, true).then(opened => opened.text != null && take(opened.text, true));
    Ask.ask("这份文件里有修订（改动的痕迹）。按哪一种打开？" + warning, [["接受修订", () => take(text, true)], ["按原稿", original]]);
  }

  // Without a text where there is none; then a sentence says why.
  async function read(bytes, asItWas) {
    Store.set({ said: "" });
    try {
      const opened = await Work.run("正在打开", pause => Office.open(bytes, asItWas, pause));
      Store.set({ said: opened.refusal || "" });
      return opened;
    } catch (error) {
      // What was opened since speaks for itself.
      if (!Store.state.work) Store.set({ said: Work.wasCancelled(error) ? CANCELLED : error.sentence || FAILED });
      return {};
    }
  }

  return { open };
})();
