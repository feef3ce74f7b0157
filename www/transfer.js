"use strict";
// The table of the open tab leaves the page: as a CSV file, or on the clipboard.
const Transfer = (function () {
  const KEEP = 10000; // milliseconds until a saved file is let go

  function download() {
    const { source, sheet } = Tabs.outlet();
    const name = source.file_name(sheet, "csv");
    const url = URL.createObjectURL(new Blob([source.csv(sheet)], { type: "text/csv;charset=utf-8" }));
    const link = el("a", { href: url, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), KEEP);
    Store.set({ said: "已保存到浏览器的下载目录：" + name });
  }

  // By the `copy` event, which is there where `navigator.clipboard` is not:
  // pages of an intranet server, older kernels.
  function copy() {
    const { source, sheet } = Tabs.outlet();
    const fill = event => {
      event.clipboardData.setData("text/html", source.html(sheet));
      event.clipboardData.setData("text/plain", source.tsv(sheet));
      event.preventDefault();
    };
    document.addEventListener("copy", fill, { once: true });
    const done = document.execCommand("copy");
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
