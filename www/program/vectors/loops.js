/**
 * Sums, differences, products and quotients, number by number: what programs compute in every epoch.
 *
 * Eight numbers are read, and then written, at a time: a loop that takes them one by one takes half as long again. The loops are
 * alike on purpose: a browser optimizes a loop for its own operator, and one loop that calls an operator for each number is many
 * times as slow.
 *
 * @typedef {import('./arithmetic.js').Operator} Operator
 */

/** @type {Operator} */
export const add = {
  each: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] + b[i];
      const q = a[i + 1] + b[i + 1];
      const r = a[i + 2] + b[i + 2];
      const s = a[i + 3] + b[i + 3];
      const t = a[i + 4] + b[i + 4];
      const u = a[i + 5] + b[i + 5];
      const v = a[i + 6] + b[i + 6];
      const w = a[i + 7] + b[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] + b[i];
  },
  right: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] + b;
      const q = a[i + 1] + b;
      const r = a[i + 2] + b;
      const s = a[i + 3] + b;
      const t = a[i + 4] + b;
      const u = a[i + 5] + b;
      const v = a[i + 6] + b;
      const w = a[i + 7] + b;
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] + b;
  },
  left: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = b + a[i];
      const q = b + a[i + 1];
      const r = b + a[i + 2];
      const s = b + a[i + 3];
      const t = b + a[i + 4];
      const u = b + a[i + 5];
      const v = b + a[i + 6];
      const w = b + a[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = b + a[i];
  },
};

/** @type {Operator} */
export const subtract = {
  each: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] - b[i];
      const q = a[i + 1] - b[i + 1];
      const r = a[i + 2] - b[i + 2];
      const s = a[i + 3] - b[i + 3];
      const t = a[i + 4] - b[i + 4];
      const u = a[i + 5] - b[i + 5];
      const v = a[i + 6] - b[i + 6];
      const w = a[i + 7] - b[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] - b[i];
  },
  right: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] - b;
      const q = a[i + 1] - b;
      const r = a[i + 2] - b;
      const s = a[i + 3] - b;
      const t = a[i + 4] - b;
      const u = a[i + 5] - b;
      const v = a[i + 6] - b;
      const w = a[i + 7] - b;
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] - b;
  },
  left: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = b - a[i];
      const q = b - a[i + 1];
      const r = b - a[i + 2];
      const s = b - a[i + 3];
      const t = b - a[i + 4];
      const u = b - a[i + 5];
      const v = b - a[i + 6];
      const w = b - a[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = b - a[i];
  },
};

/** @type {Operator} */
export const multiply = {
  each: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] * b[i];
      const q = a[i + 1] * b[i + 1];
      const r = a[i + 2] * b[i + 2];
      const s = a[i + 3] * b[i + 3];
      const t = a[i + 4] * b[i + 4];
      const u = a[i + 5] * b[i + 5];
      const v = a[i + 6] * b[i + 6];
      const w = a[i + 7] * b[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] * b[i];
  },
  right: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] * b;
      const q = a[i + 1] * b;
      const r = a[i + 2] * b;
      const s = a[i + 3] * b;
      const t = a[i + 4] * b;
      const u = a[i + 5] * b;
      const v = a[i + 6] * b;
      const w = a[i + 7] * b;
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] * b;
  },
  left: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = b * a[i];
      const q = b * a[i + 1];
      const r = b * a[i + 2];
      const s = b * a[i + 3];
      const t = b * a[i + 4];
      const u = b * a[i + 5];
      const v = b * a[i + 6];
      const w = b * a[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = b * a[i];
  },
};

/** @type {Operator} */
export const divide = {
  each: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] / b[i];
      const q = a[i + 1] / b[i + 1];
      const r = a[i + 2] / b[i + 2];
      const s = a[i + 3] / b[i + 3];
      const t = a[i + 4] / b[i + 4];
      const u = a[i + 5] / b[i + 5];
      const v = a[i + 6] / b[i + 6];
      const w = a[i + 7] / b[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] / b[i];
  },
  right: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = a[i] / b;
      const q = a[i + 1] / b;
      const r = a[i + 2] / b;
      const s = a[i + 3] / b;
      const t = a[i + 4] / b;
      const u = a[i + 5] / b;
      const v = a[i + 6] / b;
      const w = a[i + 7] / b;
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = a[i] / b;
  },
  left: (out, a, b) => {
    const n = out.length;
    let i = 0;
    for (; i < n - 7; i += 8) {
      const p = b / a[i];
      const q = b / a[i + 1];
      const r = b / a[i + 2];
      const s = b / a[i + 3];
      const t = b / a[i + 4];
      const u = b / a[i + 5];
      const v = b / a[i + 6];
      const w = b / a[i + 7];
      out[i] = p;
      out[i + 1] = q;
      out[i + 2] = r;
      out[i + 3] = s;
      out[i + 4] = t;
      out[i + 5] = u;
      out[i + 6] = v;
      out[i + 7] = w;
    }
    for (; i < n; i++) out[i] = b / a[i];
  },
};
