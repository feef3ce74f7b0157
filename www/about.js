"use strict";
// 关于: what this file is, how to verify it, and what its policy cannot close.
const About = (function () {
  const dialog = byId("about");

  function start() {
    byId("open-about").addEventListener("click", () => dialog.showModal());
    byId("close-about").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  }

  return { start };
})();
