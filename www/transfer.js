"use strict";
// The table of the open tab leaves the page: as a CSV file, or on the clipboard.
const Transfer = (function () {
  const KEEP = 10000; // milliseconds until a saved file is let go

  // What `make` writes of the open tab's table; `null`, and a sentence that says
  // so, where the engine has no room for it.
  function written(make) {
    const { source, sheet } = Tabs.outlet();
    try {
      return make(source, sheet);
    } catch (error) {
      Store.set({ said: "表格太大，没有导出。" });
      return null;
    }
  }

  function download() {
    const file = written((source, sheet) => ({ name: source.file_name(sheet, "csv"), csv: source.csv(sheet) }));
    if (!file) return;
    const { name, csv } = file;
    const url = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
    const link = el("a", { href: url, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), KEEP);
    Store.set({ said: "已交给浏览器下载：" + name });
  }

  // By the `copy` event, which is there where `navigator.clipboard` is not:
  // pages of an intranet server, older kernels. `execCommand` says yes also
  // where nothing was handed over.
  function copy() {
    const table = written((source, sheet) => ({ html: source.html(sheet), text: source.tsv(sheet) }));
    if (!table) return;
    let handed = false;
    const fill = event => {
      event.clipboardData.setData("text/html", table.html);
      event.clipboardData.setData("text/plain", table.text);
      event.preventDefault();
      handed = true;
    };
    document.addEventListener("copy", fill, { once: true });
    const done = document.execCommand("copy") && handed;
    document.removeEventListener("copy", fill);
    Store.set({ said: done ? "表格已复制，可以粘贴到 WPS、Excel、Word。" : "浏览器不允许复制，请改用下载。" });
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

  return { start };
})();
