"use strict";
// Unpacks raw LZMA (the format of the LZMA SDK, with lc = 3, lp = 0, pb = 0 and
// no mark at its end). A stream is bits, each coded by how likely it has been so
// far in its place; `chances` holds how likely zeros are, out of 2048.
const unlzma = (function () {
  const STATES = 12;
  const EVEN = 1024;
  const SMALLEST = 0x1000000; // range; below it, the next byte comes in
  const LONGEST_PLAIN = 4; // distances below need no more than their slot
  const ALIGNED = 14; //      slots from here on end in four bits of their own
  // Where each sort of chance stands, less one: the nodes of a tree count from one.
  const IS_MATCH = -1;
  const IS_AGAIN = IS_MATCH + STATES;
  const NOT_LAST = IS_AGAIN + STATES;
  const IS_LONG = NOT_LAST + STATES;
  const NOT_SECOND = IS_LONG + STATES;
  const NOT_THIRD = NOT_SECOND + STATES;
  const SLOT = NOT_THIRD + STATES;
  const NEAR = SLOT + 4 * 64;
  const ALIGN = NEAR + 128;
  const LENGTH = ALIGN + 16; // two choices, then three trees
  const LOW = 2;
  const MIDDLE = LOW + 8;
  const HIGH = MIDDLE + 8;
  const LENGTH_AGAIN = LENGTH + HIGH + 256;
  const LITERAL = LENGTH_AGAIN + HIGH + 256;
  const ALL = 1 + LITERAL + 8 * 0x300;

  // `size` is the number of bytes to come out.
  return function unlzma(packed, size) {
    const out = new Uint8Array(size);
    const chances = new Uint16Array(ALL).fill(EVEN);
    // Its range and its code; as plain variables of these functions, numbers of
    // 32 bits would be boxed at each change.
    const coder = new Uint32Array([0xffffffff, 0]);
    let read = 1; // the first byte is always 0
    let written = 0;
    let state = 0;
    // The last four distances, less one.
    let last = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;

    const bit = at => walk(at, 1, 2);
    const tree = (at, bits) => walk(at, 1, 1 << bits);

    // From a node of a tree down to the leaves, which begin at `leaves`; which
    // of them it comes to. Nearly all the time goes here.
    function walk(at, node, leaves) {
      let range = coder[0];
      let code = coder[1];
      while (node < leaves) {
        const chance = chances[at + node];
        const bound = Math.imul(range >>> 11, chance) >>> 0;
        if (code < bound) {
          range = bound;
          chances[at + node] = chance + ((2048 - chance) >> 5);
          node <<= 1;
        } else {
          range = (range - bound) >>> 0;
          code = (code - bound) >>> 0;
          chances[at + node] = chance - (chance >> 5);
          node = (node << 1) | 1;
        }
        if (range < SMALLEST) {
          range = (range << 8) >>> 0;
          code = ((code << 8) | packed[read++]) >>> 0;
        }
      }
      coder[0] = range;
      coder[1] = code;
      return node - leaves;
    }

    // A tree with the lowest bit first.
    function turned(at, bits) {
      let node = 1;
      let value = 0;
      for (let count = 0; count < bits; count++) {
        const is = bit(at + node - 1);
        node = (node << 1) | is;
        value |= is << count;
      }
      return value;
    }

    // Bits that are as likely as not.
    function plain(count) {
      let value = 0;
      for (; count; count--) {
        coder[0] >>>= 1;
        const is = coder[1] < coder[0] ? 0 : 1;
        if (is) coder[1] -= coder[0];
        if (coder[0] < SMALLEST) {
          coder[0] <<= 8;
          coder[1] = (coder[1] << 8) | packed[read++];
        }
        value = (value << 1) | is;
      }
      return value;
    }

    function literal() {
      const at = LITERAL + 0x300 * (written ? out[written - 1] >> 5 : 0);
      let symbol = 1;
      if (state > 6) {
        // Likely not what stands at the last distance.
        let there = out[written - last - 1];
        for (let same = true; same && symbol < 0x100; there <<= 1) {
          const expected = (there >> 7) & 1;
          const is = bit(at + ((1 + expected) << 8) + symbol - 1);
          symbol = (symbol << 1) | is;
          same = is === expected;
        }
      }
      out[written++] = walk(at, symbol, 0x100);
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    }

    function length(at) {
      if (!bit(at)) return 2 + tree(at + LOW, 3);
      if (!bit(at + 1)) return 10 + tree(at + MIDDLE, 3);
      return 18 + tree(at + HIGH, 8);
    }

    function distance(length) {
      const slot = tree(SLOT + 64 * Math.min(length - 2, 3), 6);
      if (slot < LONGEST_PLAIN) return slot;
      const bits = (slot >> 1) - 1;
      const from = (2 | (slot & 1)) << bits;
      if (slot < ALIGNED) return from + turned(NEAR + from - slot, bits);
      return from + plain(bits - 4) * 16 + turned(ALIGN, 4);
    }

    // A stretch at one of the last distances.
    function again() {
      if (!bit(NOT_LAST + state)) {
        if (!bit(IS_LONG + state)) {
          state = state < 7 ? 9 : 11;
          return copy(1);
        }
      } else if (!bit(NOT_SECOND + state)) remember(second, 1);
      else if (!bit(NOT_THIRD + state)) remember(third, 2);
      else remember(fourth, 3);
      const count = length(LENGTH_AGAIN);
      state = state < 7 ? 8 : 11;
      copy(count);
    }

    function fresh() {
      const count = length(LENGTH);
      remember(distance(count), 3);
      state = state < 7 ? 7 : 10;
      copy(count);
    }

    // A distance before the others, in the place of that which stood `at` there.
    function remember(distance, at) {
      if (at > 2) fourth = third;
      if (at > 1) third = second;
      second = last;
      last = distance;
    }

    function copy(count) {
      for (let from = written - last - 1, end = Math.min(written + count, size); written < end; ) out[written++] = out[from++];
    }

    for (let count = 0; count < 4; count++) coder[1] = (coder[1] << 8) | packed[read++];
    while (written < size) {
      if (!bit(IS_MATCH + state)) literal();
      else if (bit(IS_AGAIN + state)) again();
      else fresh();
    }
    return out;
  };
})();
