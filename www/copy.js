"use strict";
// The page saves itself: blank, or with the draft in the block `draft`. Made
// from what stands around the frame, never from what is drawn, so that a copy
// of a copy has the same bytes.
const Copy = (function () {
  const BLANK = "通知任务分解.html";
  // What a person has put in or decided, and, after it, how it is looked at.
  const WORK = ["text", "other", "ignored", "house", "directory", "expand", "corrections"];
  const VIEW = ["otherIs", "mode", "tab", "opened", "sift", "differing", "changesBy", "changed", "chosen", "query", "mine", "sort", "byLoad", "fold", "unit"];
  let saved = JSON.stringify(work());

  function chosen(fields) {
    return fields.reduce((all, field) => Object.assign(all, { [field]: Store.state[field] }), {});
  }

  function work() {
    return Object.assign(chosen(WORK), { text: TextBox.value() });
  }

  // Whether closing the page would lose what somebody did.
  function isUnsaved() {
    const now = work();
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
      saved = JSON.stringify(work());
      Transfer.save(source(Object.assign(work(), chosen(VIEW))), "text/html", reading ? reading.file_name("", "", "html") : BLANK);
    });
  }

  // Opens the draft that the file carries.
  function open() {
    const draft = JSON.parse(byId("draft").textContent);
    if (!draft) return;
    TextBox.fill(draft.text);
    byId("another-text").value = draft.other;
    Store.set(Object.assign({}, draft, { text: "" }));
    saved = JSON.stringify(work());
    Reader.soon();
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

  return { start, source, isUnsaved };
})();
