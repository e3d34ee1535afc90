/**
 * The program that the next link carries. The bench offers it; links know nothing else of the bench.
 *
 * @typedef {{ isThere: () => boolean, pack: () => Promise<string> }} Offer whether there is a program at present, and the
 *   program as links carry it
 */

/** @type {Offer | undefined} */
let offer;

/** Says where the program is that links carry. @param {Offer} program */
export function offerProgram(program) {
  offer = program;
}

/** Whether the next link carries a program. */
export function hasProgram() {
  return offer?.isThere() ?? false;
}

/** The program that the next link carries, packed; undefined if there is none. */
export async function packedProgram() {
  return offer?.isThere() ? offer.pack() : undefined;
}
