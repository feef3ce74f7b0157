"use strict";
// Puts the parts together. Only then does the word of starting go: where one of
// the scripts was taken out of the file, it stays, with what to do.
(function () {
  const status = byId("status");
  // What is used only later is named now, so that it is missed now.
  void [SAMPLE, Draft, Office, Docx, Ask, Pasted, Beside, Slices, Narrow, upright, place, drawPieces];

  function drawStatus() {
    const { text, reading, pending, said, focus, mode, work } = Store.state;
    const pointed = mode === "edit" && focus ? focus.note : "";
    const size = reading ? grouped(text.length) + " 字" : "";
    status.textContent = work ? work.name + "……" : said || (pending ? "" : pointed || size);
    // Drawn, and not told: a screen reader would say so at every pause.
    status.dataset.busy = work ? Work.share() : pending && !said ? "正在读……" : "";
    byId("panel").classList.toggle("stale", pending);
  }

  // How much of the text was understood; what is going on takes its place.
  function drawTold() {
    const { reading, work } = Store.state;
    byId("told").hidden = !reading || Boolean(work);
    byId("told").textContent = reading ? Store.view("unread").told : "";
  }

  function drawUndo() {
    const { undo } = Store.state;
    byId("restore").hidden = !undo;
    byId("restore").textContent = undo ? undo.label : "";
  }

  const showSample = () => Intake.take(SAMPLE);

  // The first readings build the core's tables, unpack its words, and show the
  // browser what to compile well: while nobody waits, and not at the first paste.
  function warmUp(times) {
    const idle = window.requestIdleCallback || (act => setTimeout(act, 100));
    idle(() => {
      if (!times || Store.state.text || Store.state.pending) return;
      Engine.read(SAMPLE, {}).free();
      warmUp(times - 1);
    });
  }

  Trouble.start();
  Work.start();
  Original.start();
  Focus.start();
  Overview.start();
  Splitter.start();
  Tabs.start();
  Another.start();
  Keys.start();
  Remarks.start();
  Correct.start();
  Rules.start();
  House.start();
  About.start();
  Transfer.start();
  Paper.start();
  Exports.start();
  Store.watch(["text", "reading", "pending", "said", "focus", "mode", "work"], drawStatus);
  Store.watch(["undo"], drawUndo);
  Store.watch(["reading", "work"], drawTold);
  byId("told").addEventListener("click", () => Store.set({ tab: "unread", pane: "result" }));
  TextBox.start(Reader.soon, Focus.at);
  Intake.start();
  Copy.start();
  byId("sample").addEventListener("click", showSample);
  byId("welcome").querySelector("button").addEventListener("click", showSample);
  Engine.ready.then(() => {
    byId("startup").hidden = true;
    warmUp(4);
  });
})();
