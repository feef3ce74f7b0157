"use strict";
// The one place where errors end: a sentence above the page, never a dialog.
const Trouble = (function () {
  const UNKNOWN = "页面出了一点问题，文本没有改动。可以继续编辑；如果反复出现，请复制文本后重新打开本页。";

  function tell(sentence) {
    const box = byId("trouble");
    box.querySelector("p").textContent = sentence;
    box.hidden = false;
  }

  function hide() {
    byId("trouble").hidden = true;
  }

  function start() {
    byId("trouble").querySelector("button").addEventListener("click", hide);
    window.addEventListener("error", () => tell(UNKNOWN));
    window.addEventListener("unhandledrejection", () => tell(UNKNOWN));
    Engine.onFailure = tell;
  }

  return { start };
})();
