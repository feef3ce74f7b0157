"use strict";
// Unpacks raw deflate (RFC 1951). The browser's own DecompressionStream came
// with kernel 80, its raw form later still; this one runs on all of them.
const inflate = (function () {
  const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
  const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
  const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const END_OF_BLOCK = 256;

  // The canonical code of these lengths as a table: at every number whose
  // lowest bits are a code stands its symbol, and in the last four bits its
  // length.
  function huffman(lengths) {
    const longest = Math.max(...lengths);
    const table = new Uint16Array(1 << longest);
    for (let length = 1, code = 0; length <= longest; length++, code <<= 1) {
      lengths.forEach((its, symbol) => {
        if (its !== length) return;
        const entry = (symbol << 4) | length;
        for (let at = reversed(code, length); at < table.length; at += 1 << length) table[at] = entry;
        code++;
      });
    }
    return { table, longest };
  }

  // A code comes with its first bit lowest.
  function reversed(code, length) {
    let turned = 0;
    for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
    return turned;
  }

  function fixedCodes() {
    const lengths = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280);
    return { literals: huffman(lengths), distances: huffman(new Uint8Array(30).fill(5)) };
  }

  // `size` is the number of bytes to come out.
  return function inflate(packed, size) {
    const out = new Uint8Array(size);
    let written = 0;
    let read = 0;
    let held = 0;
    let heldBits = 0;

    function hold(need) {
      for (; heldBits < need; heldBits += 8) held |= packed[read++] << heldBits;
    }

    function drop(count) {
      held >>>= count;
      heldBits -= count;
    }

    function bits(need) {
      hold(need);
      const value = held & ((1 << need) - 1);
      drop(need);
      return value;
    }

    function symbol(code) {
      hold(code.longest);
      const entry = code.table[held & (code.table.length - 1)];
      if (!entry) throw new Error("inflate: no such code");
      drop(entry & 15);
      return entry >> 4;
    }

    function dynamicCodes() {
      const literals = bits(5) + 257;
      const distances = bits(5) + 1;
      const codeLengths = new Uint8Array(19);
      for (let index = 0, count = bits(4) + 4; index < count; index++) codeLengths[CODE_LENGTH_ORDER[index]] = bits(3);
      const code = huffman(codeLengths);
      const lengths = new Uint8Array(literals + distances);
      for (let index = 0; index < lengths.length; ) {
        const what = symbol(code);
        if (what < 16) lengths[index++] = what;
        else {
          const again = what === 16 ? lengths[index - 1] : 0;
          const times = what === 16 ? 3 + bits(2) : what === 17 ? 3 + bits(3) : 11 + bits(7);
          lengths.fill(again, index, index + times);
          index += times;
        }
      }
      return { literals: huffman(lengths.subarray(0, literals)), distances: huffman(lengths.subarray(literals)) };
    }

    function stored() {
      read -= heldBits >> 3;
      held = heldBits = 0;
      const length = packed[read] | (packed[read + 1] << 8);
      out.set(packed.subarray(read + 4, read + 4 + length), written);
      read += 4 + length;
      written += length;
    }

    function coded(codes) {
      for (;;) {
        const literal = symbol(codes.literals);
        if (literal === END_OF_BLOCK) return;
        if (literal < END_OF_BLOCK) out[written++] = literal;
        else {
          const length = LENGTH_BASE[literal - 257] + bits(LENGTH_EXTRA[literal - 257]);
          const reach = symbol(codes.distances);
          const distance = DISTANCE_BASE[reach] + bits(DISTANCE_EXTRA[reach]);
          for (let end = written + length; written < end; written++) out[written] = out[written - distance];
        }
      }
    }

    for (let last = 0; !last; ) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) stored();
      else if (kind === 1) coded(fixedCodes());
      else if (kind === 2) coded(dynamicCodes());
      else throw new Error("inflate: no such block");
    }
    return out;
  };
})();
