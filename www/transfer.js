"use strict";
// The table of the open tab leaves the page: as a CSV file, or on the clipboard.
const Transfer = (function () {
  const KEEP = 10000; // milliseconds until a saved file is let go

  // What `make` writes of the open panel's table; `null`, and a sentence that
  // says so, where the engine has no room for it.
  function written(make) {
    const { sheet, shown } = Tabs.outlet();
    try {
      return make(Store.state.reading, sheet, shown);
    } catch (error) {
      Store.set({ said: "表格太大，没有导出。" });
      return null;
    }
  }

  function download() {
    const csv = written((reading, sheet, shown) => reading.csv(sheet, shown));
    const name = written((reading, sheet, shown) => reading.file_name(sheet, shown.unit || "", "csv"));
    if (csv !== null && name !== null) save(csv, "text/csv", name, extent());
  }

  function save(text, type, name, note = "") {
    const url = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const link = el("a", { href: url, download: name, hidden: true });
    byId("page").append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), KEEP);
    Store.set({ said: "已交给浏览器下载" + (note ? "（" + note + "）" : "") + "：" + name });
  }

  // How much of all leaves, where filters hold something back.
  const extent = () => (Narrow.isOn() && Tabs.current().filtered ? "筛选出的 " + grouped(Tabs.outlet().rows) + " 行" : "");

  // By the `copy` event, which is there where `navigator.clipboard` is not:
  // pages of an intranet server, older kernels. `execCommand` says yes also
  // where nothing was handed over.
  function copy() {
    const html = written((reading, sheet, shown) => reading.html(sheet, shown));
    const plain = written((reading, sheet, shown) => reading.tsv(sheet, shown));
    if (html === null || plain === null) return;
    const done = hand({ "text/html": html, "text/plain": plain });
    Store.set({ said: done ? "已复制" + (extent() || "表格") + "，可以粘贴到 WPS、Excel、Word。" : "浏览器不允许复制，请改用下载。" });
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
    ["copy", "download", "print"].forEach(id => (byId(id).disabled = idle));
  }

  function start() {
    byId("copy").addEventListener("click", copy);
    byId("download").addEventListener("click", download);
    Store.watch(["reading", "tab", "changes"], draw);
    draw();
  }

  return { start, save, copyText };
})();
