"use strict";
// A question before something that takes away what the user has.
const Ask = (function () {
  const dialog = byId("ask");

  // `answers` are [label, act]; the way out without any act stands last and has
  // the focus, so that Enter and Esc both keep what there is.
  function ask(question, answers) {
    byId("question").textContent = question;
    const controls = answers.map(([label, act]) => control(label, act));
    const stay = control("取消", () => {});
    const row = dialog.querySelector(".answers");
    row.textContent = dialog.querySelector(".choices").textContent = "";
    row.append(...controls, stay);
    if (!dialog.open) dialog.showModal();
    stay.focus();
  }

  // A list of `items`, all of them ticked; `act` with the indexes of those that
  // stay so.
  function choose(question, items, label, act) {
    const boxes = items.map(() => el("input", { type: "checkbox", checked: true }));
    const lines = items.map((item, index) => el("li", null, el("label", null, boxes[index], " ", item)));
    ask(question, [[label, () => act(boxes.map((box, at) => (box.checked ? at : -1)).filter(at => at >= 0))]]);
    dialog.querySelector(".choices").append(...lines);
    boxes[0].focus();
  }

  function control(label, act) {
    const made = button(label, { class: "quiet" });
    made.addEventListener("click", () => {
      dialog.close();
      act();
    });
    return made;
  }

  return { ask, choose };
})();
