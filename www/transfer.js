"use strict";
// The ways out of the page: files, and the clipboard.
const Transfer = (function () {
  const KEEP = 10000; // milliseconds until a saved file is let go

  // Hands `content`, a text or bytes, to the browser as a file.
  function save(content, type, name) {
    const charset = typeof content === "string" ? ";charset=utf-8" : "";
    const url = URL.createObjectURL(new Blob([content], { type: type + charset }));
    const link = el("a", { href: url, download: name, hidden: true });
    byId("page").append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), KEEP);
    Store.set({ said: "已交给浏览器下载：" + name });
  }

  // How much of all leaves, where filters hold something back.
  const extent = ({ rows }) => (Narrow.isOn() && Tabs.current().filtered && rows ? "筛选出的 " + grouped(rows.length) + " 行" : "");

  // By the `copy` event, which is there where `navigator.clipboard` is not:
  // pages of an intranet server, older kernels. `execCommand` says yes also
  // where nothing was handed over.
  function copy({ sheet, shown }) {
    const { reading } = Store.state;
    const done = hand({ "text/html": reading.html(sheet, shown), "text/plain": reading.tsv(sheet, shown) });
    Store.set({ said: done ? "已复制" + (extent(shown) || "表格") + "，可以粘贴到 WPS、Excel、Word。" : "浏览器不允许复制，请改用下载。" });
  }

  function copyText(text) {
    const done = hand({ "text/plain": text });
    Store.set({ said: done ? "全文已复制，可以粘贴到 Word、WPS。" : "浏览器不允许复制，请在左边全选、复制。" });
  }

  // Puts something on the clipboard in several forms. `execCommand` says yes
  // also where nothing was handed over.
  function hand(forms) {
    let handed = false;
    const fill = event => {
      Object.keys(forms).forEach(form => event.clipboardData.setData(form, forms[form]));
      event.preventDefault();
      handed = true;
    };
    document.addEventListener("copy", fill, { once: true });
    const done = document.execCommand("copy") && handed;
    document.removeEventListener("copy", fill);
    return done;
  }

  function draw() {
    const idle = !Tabs.outlet();
    ["copy", "print", "export"].forEach(id => (byId(id).disabled = idle));
  }

  function start() {
    byId("copy").addEventListener("click", () => {
      try {
        copy(Tabs.outlet());
      } catch (error) {
        Store.set({ said: "表格太大，没有复制。" });
      }
    });
    Store.watch(["reading", "tab", "changes"], draw);
    draw();
  }

  return { start, save, copy, copyText };
})();
