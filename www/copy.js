"use strict";
// The page saves itself: blank, or with the draft in the block `draft`. Made
// from what stands around the frame, never from what is drawn, so that a copy
// of a copy has the same bytes.
const Copy = (function () {
  const BLANK = "通知任务分解.html";
  const DAMAGED = "这个文件里存的稿子已经损坏，没有打开。";
  let saved = JSON.stringify(Draft.work());

  // Whether closing the page would lose what somebody did.
  function isUnsaved() {
    const now = Draft.work();
    const untouched = !Object.keys(now.ignored.ids).length && !Object.keys(now.ignored.rules).length;
    const asRead = untouched && !now.corrections.length;
    const nothing = (!now.text.trim() || now.text === SAMPLE) && !now.other.trim() && !now.house.trim() && !now.directory.trim() && asRead;
    return !nothing && JSON.stringify(now) !== saved;
  }

  // The page as one file, `draft` in it.
  function source(draft) {
    const root = el("html", { lang: "zh-CN" }, head(), body(draft));
    return "<!DOCTYPE html>\n" + root.outerHTML;
  }

  // Browsers that save a page name its encoding once more.
  function head() {
    const head = document.head.cloneNode(true);
    head.querySelectorAll("meta[http-equiv='Content-Type' i]").forEach(meta => meta.remove());
    head.querySelector("title").textContent = Frame.TITLE;
    return head;
  }

  function body(draft) {
    const stays = node => (node.nodeType === Node.TEXT_NODE ? !node.data.trim() : node.matches("script, #startup, idle-page"));
    const nodes = Array.from(document.body.childNodes).filter(node => node.nodeType !== Node.COMMENT_NODE && stays(node));
    const body = el("body", null, nodes.map(node => node.cloneNode(true)));
    Frame.reset(body.querySelector("#startup"));
    // No `<`: nothing in the draft can end the block.
    body.querySelector("#draft").textContent = JSON.stringify(draft).replace(/</g, "\\u003c");
    return body;
  }

  function saveBlank() {
    Transfer.save(source(null), "text/html", BLANK);
  }

  function saveDraft() {
    Reader.now();
    Engine.ready.then(() => {
      const { reading } = Store.state;
      keep();
      Transfer.save(source(Draft.whole()), "text/html", reading ? reading.file_name("", "", "html") : BLANK);
    });
  }

  // What there is now is in a file.
  function keep() {
    saved = JSON.stringify(Draft.work());
  }

  // Opens the draft that the file carries.
  function open() {
    const written = byId("draft").textContent;
    const draft = Draft.of(written);
    if (!draft) return written === "null" ? null : Store.set({ said: DAMAGED });
    Draft.fill(draft);
    keep();
  }

  function nameTab() {
    const title = Store.state.reading && Store.view("summary").title;
    document.title = title ? title + "｜" + Frame.TITLE : Frame.TITLE;
  }

  function start() {
    byId("save-draft").addEventListener("click", saveDraft);
    byId("save-blank").addEventListener("click", saveBlank);
    byId("remains").hidden = !Frame.wasDrawn;
    byId("remains").querySelector("button").addEventListener("click", saveBlank);
    window.addEventListener("beforeunload", event => {
      // Before the first touch, browsers refuse to ask.
      const touched = !navigator.userActivation || navigator.userActivation.hasBeenActive;
      if (!touched || !isUnsaved()) return;
      event.preventDefault();
      event.returnValue = "";
    });
    Store.watch(["reading"], nameTab);
    open();
  }

  return { start, source, isUnsaved, keep };
})();
