"use strict";
// What the page carries packed (see xtask/src/bundle/packed.rs): LZMA in letters,
// of which two stand for 13 bits, the lower ones first.
const unpacked = (function () {
  const LETTERS = 91;
  // The printable characters of ASCII, without those that mean something to a
  // browser or to the build.
  const values = new Uint8Array(128);
  for (let code = 33, value = 0; code < 127; code++) if (!"<&{".includes(String.fromCharCode(code))) values[code] = value++;

  function bytes(letters) {
    const out = new Uint8Array((letters.length * 13) >> 4);
    let held = 0;
    let heldBits = 0;
    let written = 0;
    for (let at = 0; at < letters.length; at += 2) {
      held |= (values[letters.charCodeAt(at)] + LETTERS * values[letters.charCodeAt(at + 1)]) << heldBits;
      for (heldBits += 13; heldBits > 7; heldBits -= 8) {
        out[written++] = held;
        held >>>= 8;
      }
    }
    return out;
  }

  // The bytes in the element of that name.
  return function unpacked(id) {
    const element = byId(id);
    return unlzma(bytes(element.textContent), Number(element.dataset.size));
  };
})();
