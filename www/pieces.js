"use strict";
// Two texts next to each other: what differs is marked, what is the same is
// shown in part until its row is pointed at. Units stand as one set.

// `style` marks what differs: "gone" or "come". `go` gives the attributes of a
// piece that leads to its words, or null.
function drawPieces(pieces, style, go) {
  return el("div", { class: "pieces" }, pieces.map((piece, index) => drawPiece(piece, index, pieces.length, style, go)));
}

function drawPiece(piece, index, count, style, go) {
  if (piece.kind === "same") return el("span", null, shortened(piece.text, index > 0, index < count - 1));
  const tag = style === "gone" ? "del" : "ins";
  return el(tag, Object.assign({ class: piece.kind }, go(piece.span)), piece.text);
}

// The words next to a difference stay, those between two may be left out.
function shortened(text, before, after) {
  const NEAR = 18;
  const room = NEAR * (Number(before) + Number(after)) || NEAR * 2;
  if (text.length <= room + 8) return text;
  const head = before || !after ? text.slice(0, after ? NEAR : room) : "";
  const tail = after ? text.slice(-NEAR) : "";
  return [
    el("span", { class: "short" }, head, el("i", null, "……"), tail),
    el("span", { class: "long" }, text),
  ];
}

const drawSign = sign => el("i", { class: "sign " + sign.key }, sign.mark);

// The units of two sides as one set; `go(span, isLeft)` gives the attributes
// that lead to a name.
function drawUnits(units, go) {
  return units.map(unit => {
    const span = unit.left || unit.right;
    const sign = unit.sign ? drawSign(Words.all().signs.find(one => one.mark === unit.sign)) : null;
    const name = el("button", Object.assign({ type: "button", class: "go role-" + unit.role }, go(span, Boolean(unit.left))), unit.unit);
    return el("div", { class: "unit" }, sign, name, unit.note ? el("small", null, "→ " + unit.note) : null);
  });
}

// `label` with a box to tick; `field` of the state says whether it is ticked.
function drawFilter(label, field, title) {
  const box = el("input", { type: "checkbox" });
  box.checked = Store.state[field];
  box.addEventListener("change", () => Store.set({ [field]: box.checked }));
  return el("label", { class: "filter", title }, box, label);
}

// Several values of a field of the state, one of which is chosen.
function drawChoice(label, field, values) {
  const choice = ([value, name]) => {
    const control = button(name, { class: "quiet", "aria-pressed": String(Store.state[field] === value) });
    control.addEventListener("click", () => {
      Store.set({ [field]: value });
      const again = byId("above").querySelector("[aria-label='" + label + "'] [aria-pressed='true']");
      if (again) again.focus();
    });
    return control;
  };
  return el("span", { class: "switch", role: "group", "aria-label": label }, values.map(choice));
}
