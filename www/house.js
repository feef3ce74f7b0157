"use strict";
// What the office writes of its own, 本单位用语 and 单位名录: opened, pasted or
// written here, saved as a file, and kept nowhere else than in a saved draft.
const House = (function () {
  const NAMES = { house: "本单位用语", directory: "单位名录" };
  const MOST_BYTES = 4000000;
  const LONG = 20000; // characters that are not looked through at every key
  const WAIT = 400;
  const dialog = byId("house");
  const box = byId("house-text");
  const file = byId("house-file");
  const expand = byId("house-expand");
  let kind = "house";
  let waiting = 0;

  // Opens one of them; with `line`, that line stands behind the others, chosen.
  function show(which, line) {
    Engine.ready.then(() => {
      kind = which;
      byId("house-title").textContent = NAMES[kind];
      box.setAttribute("aria-label", NAMES[kind]);
      // What it might hold stands in the page.
      box.placeholder = box.dataset[kind];
      dialog.querySelectorAll("[data-kind]").forEach(part => (part.hidden = part.dataset.kind !== kind));
      expand.checked = Store.state.expand;
      const text = Store.state[kind];
      box.value = line ? text + (text && !text.endsWith("\n") ? "\n" : "") + line : text;
      tell();
      dialog.showModal();
      box.focus();
      if (line) box.setSelectionRange(box.value.length - line.length, box.value.length);
    });
  }

  function soon() {
    clearTimeout(waiting);
    if (box.value.length < LONG) tell();
    else waiting = setTimeout(tell, WAIT);
  }

  // A sentence for each line that cannot be used; until it is mended, nothing of
  // it can be taken.
  function tell() {
    clearTimeout(waiting);
    const wrong = kind === "house" ? Engine.wrong(box.value, "") : Engine.wrong("", box.value);
    byId("house-wrong").textContent = "";
    byId("house-wrong").append(...wrong.map(sentence => el("li", null, sentence)));
    byId("house-take").disabled = wrong.length > 0;
  }

  function take() {
    tell();
    if (byId("house-take").disabled) return;
    Store.set({ [kind]: box.value, expand: expand.checked });
    dialog.close();
    Reader.soon();
  }

  // 加入名录: a unit with every other way it is written; whoever has added it may
  // write its full name before them.
  const add = (unit, spellings) => show("directory", unit + (spellings.length ? " = " + spellings.join("、") : ""));

  // Where the person looks: the status bar lies behind the dialog.
  function refuse(sentence) {
    byId("house-wrong").textContent = "";
    byId("house-wrong").append(el("li", null, sentence));
  }

  function open(chosen) {
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) return refuse("这个文件太大，没有打开。");
    const reader = new FileReader();
    reader.onerror = () => refuse("这个文件读不出来。");
    reader.onload = () => {
      const text = Intake.decoded(new Uint8Array(reader.result));
      if (text == null) refuse("只能打开文本文件（.txt）。Word、Excel 里的，请复制、粘贴到这里。");
      else TextBox.put([0, box.value.length], text, box);
    };
    reader.readAsArrayBuffer(chosen);
  }

  function start() {
    Object.keys(NAMES).forEach(which => byId("open-" + which).addEventListener("click", () => show(which)));
    byId("house-take").addEventListener("click", take);
    byId("house-close").addEventListener("click", () => dialog.close());
    byId("house-save").addEventListener("click", () => Transfer.save(box.value, "text/plain", NAMES[kind] + ".txt"));
    byId("house-open").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      open(file.files[0]);
      file.value = "";
    });
    box.addEventListener("input", soon);
  }

  return { start, open, add };
})();
