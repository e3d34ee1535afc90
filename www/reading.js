/**
 * Reads a file in slices, by a worker, while the page goes on.
 *
 * @import { Done, FromPage, FromWorker, Outline } from './import-messages.js'
 */

/** Bytes of a slice: large enough that asking for it costs little, and small enough to stop between two. */
const SLICE = 4 << 20;
}
