"use strict";
// 本单位用语: the words and rules of the office, opened, pasted or written here,
// saved as a file, and kept nowhere else than in a saved draft.
const House = (function () {
  const NAME = "本单位用语.txt";
  const MOST_BYTES = 1000000;
  const dialog = byId("house");
  const box = byId("house-text");
  const file = byId("house-file");

  function show() {
    Engine.ready.then(() => {
      box.value = Store.state.house;
      tell();
      dialog.showModal();
      box.focus();
    });
  }

  // A sentence for each line that cannot be used; until it is mended, the style
  // cannot be taken.
  function tell() {
    const wrong = Engine.wrong(box.value);
    byId("house-wrong").textContent = "";
    byId("house-wrong").append(...wrong.map(sentence => el("li", null, sentence)));
    byId("house-take").disabled = wrong.length > 0;
  }

  function take() {
    Store.set({ house: box.value });
    dialog.close();
    Reader.soon();
  }

  function open(chosen) {
    if (!chosen) return;
    const reader = new FileReader();
    reader.onload = () => {
      const text = chosen.size > MOST_BYTES ? null : Intake.decoded(new Uint8Array(reader.result));
      if (text == null) Store.set({ said: "只能打开文本文件（.txt）。" });
      else TextBox.put([0, box.value.length], text, box);
    };
    reader.readAsArrayBuffer(chosen);
  }

  function start() {
    byId("open-house").addEventListener("click", show);
    byId("house-take").addEventListener("click", take);
    byId("house-close").addEventListener("click", () => dialog.close());
    byId("house-save").addEventListener("click", () => Transfer.save(box.value, "text/plain", NAME));
    byId("house-open").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      open(file.files[0]);
      file.value = "";
    });
    box.addEventListener("input", tell);
  }

  return { start, open };
})();
