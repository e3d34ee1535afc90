/**
 * What page and reader of files tell one another.
 *
 * @typedef {object} Column
 * @property {string} name
 * @property {'number' | 'date' | 'text' | 'empty'} kind
 * @property {string} share of the first rows that have a number
 * @property {string[]} numbers the least, the mean and the greatest; none of words
 * @property {number[]} bars of a histogram
 * @property {string} spread what it shows, in a sentence
 *
 * @typedef {object} Dialect
 * @property {string} encoding
 * @property {string} delimiter
 * @property {string} quote
 * @property {string} decimal
 * @property {number} skip records before the table
 * @property {number} headings rows of headings
 *
 * @typedef {object} Outline
 * @property {Column[]} columns
 * @property {string[][]} rows the first ones
 * @property {Dialect} dialect
 * @property {[number, number] | null} guess
 *
 * @typedef {{ rows: number, reason: 'empty' | 'missing' | 'not a number', first: string[] }} LeftOut
 *
 * @typedef {{ kind: 'open', choices: string[], columns?: [number, number] }} Open `choices` are `name=value`
 * @typedef {{ kind: 'slice', buffer: ArrayBuffer, length: number }} Slice its first `length` bytes
 * @typedef {{ kind: 'end' }} End
 * @typedef {{ kind: 'back', xs: Float64Array, ys: Float64Array }} Back points that were handed on, the oldest first
 * @typedef {{ kind: 'all back' }} AllBack
 * @typedef {{ kind: 'engines' }} Engines
 * @typedef {{ kind: 'statements', engine: string, table: string, x: string, y: string }} Query
 * @typedef {object} Answer
 * @property {string} sums as the database answered
 * @property {string} sample likewise; empty where there is none
 * @property {string} x what the columns are called
 * @property {string} y
 *
 * @typedef {{ kind: 'sum', answer: Answer, swapped: boolean }} Sum
 * @typedef {{ kind: 'pasted', text: string }} Text
 * @typedef {Open | Slice | End | Back | AllBack | Engines | Query | Sum | Text} FromPage
 *
 * @typedef {{ kind: 'outline', outline: Outline }} Outlined
 * @typedef {{ kind: 'taken', rows: number, buffer: ArrayBuffer, length: number }} Taken the buffer comes back
 *
 * @typedef {object} Done
 * @property {'done'} kind
 * @property {[number, number]} indices of the columns
 * @property {string[]} labels of the axes
 * @property {Float64Array} xs of the points that did not come before, or of the sample
 * @property {Float64Array} ys
 * @property {boolean} whole whether those and the ones before are all rows
 * @property {Float64Array} [axes] of the cells in which all rows were counted, where the points are a sample
 * @property {Uint32Array} [counts] of the rows in them
 * @property {Float64Array} sums exact over all rows
 * @property {string[]} report what became of the rows, in sentences
 * @property {string} linkNote what a link will carry of them
 * @property {LeftOut[]} leftOut
 *
 * @typedef {{ kind: 'failed', sentence: string }} Failed the file is of no use
 * @typedef {{ kind: 'broken' }} Broken the reader is
 * @typedef {{ kind: 'points', xs: Float64Array, ys: Float64Array }} Points some of them, as they come
 * @typedef {{ kind: 'want back' }} WantBack they are too many, and all that came are needed to make a sample
 *
 * @typedef {{ id: string, name: string }} Engine
 * @typedef {{ sums: string, sample: string, x: string, y: string }} Statements what to run, and the plain names
 * @typedef {{ kind: 'engines', engines: Engine[] }} AllEngines
 * @typedef {{ kind: 'statements', statements: Statements }} Written
 * @typedef {{ sums: boolean, table?: string }} Pasted whether it is sums; the table that was in a box
 * @typedef {{ kind: 'pasted', pasted: Pasted }} Told
 * @typedef {Outlined | Taken | Points | WantBack | Done | AllEngines | Written | Told | Failed | Broken} FromWorker
 */
export {};
